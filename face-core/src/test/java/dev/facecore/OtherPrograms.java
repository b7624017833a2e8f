package dev.facecore;

import ai.onnxruntime.OrtEnvironment;
import dev.facecore.model.FaceModels;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nu.pattern.OpenCV;
import org.opencv.core.Core;

/** Programs that use the library in other ways than alone; each is run in a Java of its own. */
public final class OtherPrograms {
  private OtherPrograms() {}

  public static void main(String[] programs) throws Exception {
    for (String program : programs) {
      switch (program) {
        case "loaders" -> loaders();
        case "natives-first" -> nativesFirst();
        case "untrimmed" -> untrimmed();
        case "shared-natives" -> sharedNatives();
        default -> throw new IllegalArgumentException(program);
      }
    }
    System.out.print("done");
  }

  /** Two with the library each, then one with plain ONNX Runtime and plain OpenCV. */
  private static void loaders() throws Exception {
    Properties before = (Properties) System.getProperties().clone();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    for (int i = 0; i < 2; i++) use(new URLClassLoader(classPath("."), platform));
    same(before, System.getProperties());
    run(new URLClassLoader(classPath("."), platform), "plain");
    same(before, System.getProperties());
  }

  /** Two with the library each, over one that has ONNX Runtime and OpenCV. */
  private static void sharedNatives() throws Exception {
    ClassLoader natives =
        new URLClassLoader(classPath("onnxruntime|opencv"), ClassLoader.getPlatformClassLoader());
    for (int i = 0; i < 2; i++) {
      use(new URLClassLoader(classPath("(?!.*(onnxruntime|opencv-)).*"), natives));
    }
  }

  /** The application has loaded both, and has set what it likes. */
  private static void nativesFirst() throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment("mine");
    OpenCV.loadLocally();
    Core.setNumThreads(3);
    useBoth();
    same(3, Core.getNumThreads());
    same(environment, OrtEnvironment.getEnvironment("mine"));
  }

  /** The library does its work without the class that trims the native heap of the process. */
  private static void untrimmed() throws Exception {
    AskedLoader loader = new AskedLoader(classPath("."));
    run(loader, "extract");
    same(true, loader.hasLoaded("dev.facecore.internal.pipeline.Workers"));
    same(false, loader.hasLoaded("dev.facecore.internal.natives.NativeHeap"));
    same(false, loader.hasLoaded("dev.facecore.internal.natives.ProgramMemory"));
  }

  private static final class AskedLoader extends URLClassLoader {
    AskedLoader(URL[] urls) {
      super(urls, ClassLoader.getPlatformClassLoader());
    }

    boolean hasLoaded(String name) {
      return findLoadedClass(name) != null;
    }
  }

  private static void use(ClassLoader loader) throws Exception {
    run(loader, "useBoth");
  }

  private static void run(ClassLoader loader, String method) throws Exception {
    Class<?> there = Class.forName(OtherPrograms.class.getName(), true, loader);
    if (there.getClassLoader() != loader) throw new AssertionError(there.getClassLoader());
    there.getDeclaredMethod(method).invoke(null);
  }

  public static void useBoth() {
    Headshot.of(BytePicture.noise(100, 100, 1), OwnDetector.POINTS);
    FaceModels.bundled().embedder("ArcFace").close();
  }

  public static void extract() {
    try (FaceExtractor extractor = FaceExtractor.create()) {
      same(1, extractor.extract(List.of(SamplePhotos.source("obama.jpg"))).people().size());
    }
  }

  public static void plain() {
    OpenCV.loadLocally();
    // One thread is what the library sets for itself.
    if (Runtime.getRuntime().availableProcessors() > 1 && Core.getNumThreads() == 1) {
      throw new AssertionError("another OpenCV was changed");
    }
    same("OrtEnvironment(name=ort-java", OrtEnvironment.getEnvironment().toString().split(",")[0]);
  }

  private static void same(Object expected, Object found) {
    if (!expected.equals(found)) throw new AssertionError(expected + ", then " + found);
  }

  private static URL[] classPath(String part) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.matches(".*(" + part + ").*")) urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
