package dev.facecore;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A program that is a module, with the library and what it needs on the module path. */
final class ModuleProgram {
  static final String MAIN = "--module=program/program.Main";

  private static final String MODULE = "module program { requires dev.facecore; }";
  private static final String PROGRAM =
      """
      package program;

      import dev.facecore.Deadline;
      import dev.facecore.model.FaceModels;
      import dev.facecore.stage.AlignedFace;
      import dev.facecore.stage.FaceEmbedder;

      public class Main {
        public static void main(String[] arguments) {
          try (FaceEmbedder embedder = FaceModels.bundled().embedder("ArcFace")) {
            AlignedFace face = AlignedFace.ofBgr(new byte[112 * 112 * 3]);
            int size = embedder.embed(face, Deadline.unlimited()).size();
            System.out.print(size + " in " + FaceEmbedder.class.getModule().getName());
          }
        }
      }
      """;

  private ModuleProgram() {}

  /** Makes it; returns the flags that it is run with. */
  static List<String> make(Path folder) throws IOException {
    Path libraries = Files.createDirectory(folder.resolve("libraries"));
    List<String> modules = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      String name = path.getFileName().toString();
      if (path.endsWith(Path.of("face-core", "target", "classes"))) {
        modules.add(jar(path, libraries.resolve("core.jar"), "dev.facecore"));
      } else if (path.endsWith(Path.of("models", "target", "classes"))) {
        modules.add(jar(path, libraries.resolve("models.jar"), "dev.facecore.models"));
      } else if (name.matches("(onnxruntime|opencv|face-models|slf4j-api)-.*\\.jar")) {
        modules.add(entry);
      }
    }
    if (modules.size() != 5) throw new AssertionError("5 artifacts, found " + modules);
    modules.add(compile(folder, String.join(File.pathSeparator, modules)));
    List<String> flags = new ArrayList<>(List.of("-p", String.join(File.pathSeparator, modules)));
    if (Runtime.version().feature() >= 22) {
      flags.add("--enable-native-access=dev.facecore,com.microsoft.onnxruntime,opencv");
    }
    return flags;
  }

  private static String compile(Path folder, String libraries) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources/program"));
    Path module = Files.writeString(sources.resolveSibling("module-info.java"), MODULE);
    Path program = Files.writeString(sources.resolve("Main.java"), PROGRAM);
    Path classes = folder.resolve("classes");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-p",
                libraries,
                "-d",
                classes.toString(),
                module.toString(),
                program.toString());
    if (status != 0) throw new AssertionError("the compiler said " + status);
    return classes.toString();
  }

  private static String jar(Path classes, Path jar, String module) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file, manifest);
        Stream<Path> paths = Files.walk(classes)) {
      entries.setLevel(Deflater.NO_COMPRESSION);
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new ZipEntry(name));
        Files.copy(path, entries);
      }
    }
    return jar.toString();
  }
}
