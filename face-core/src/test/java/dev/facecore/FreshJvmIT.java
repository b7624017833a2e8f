package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is used first loads the native code it needs, and nothing is printed. */
@Timeout(60)
class FreshJvmIT {
  @ParameterizedTest
  @ValueSource(strings = {"warm-up", "own-picture", "photograph"})
  void whatever_comes_first_works_and_prints_nothing(String part, @TempDir Path folder)
      throws Exception {
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(command(List.of(), part)).redirectError(errors.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    assertEquals("", Files.readString(errors));
    assertEquals("done", printed);
    assertEquals(0, status);
  }

  /** What the machine lacks, and words of the remedy. */
  private enum Lack {
    TEMPORARY_FOLDER("java.io.tmpdir", "start Java with -Djava.io.tmpdir=FOLDER"),
    PLATFORM("os.arch", "use 64-bit Linux (glibc)");

    final String property;
    final String remedy;

    Lack(String property, String remedy) {
      this.property = property;
      this.remedy = remedy;
    }
  }

  @ParameterizedTest
  @EnumSource(Lack.class)
  void native_code_that_cannot_be_loaded_names_the_remedy(Lack lack, @TempDir Path folder)
      throws Exception {
    List<String> flags = List.of("-D" + lack.property + "=" + folder.resolve("absent"));
    Process process = new ProcessBuilder(command(flags, "refused")).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    List<String> lines = printed.lines().toList();
    assertEquals(3, lines.size(), printed);
    for (String line : lines.subList(0, 2)) {
      assertTrue(line.startsWith("ONNX Runtime "), line);
      assertTrue(line.contains(lack.remedy), line);
    }
  }

  private static List<String> command(List<String> flags, String part) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The runnable jars say so in their manifests; a class path cannot.
    if (Runtime.version().feature() >= 22) command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(FreshJvm.class.getName(), part));
    return command;
  }
}
