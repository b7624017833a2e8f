package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library in several class loaders, beside others' native code, on the module path. */
@Timeout(60)
class OtherProgramsIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"loaders", "natives-first", "shared-natives", "untrimmed"})
  void it_works_beside_others_and_leaves_them_alone(String program) throws Exception {
    assertEquals("done", run(classPath(), OtherPrograms.class.getName(), program));
  }

  @Test
  void a_module_may_require_it() throws Exception {
    assertEquals(
        "512 in dev.facecore", run(ModuleProgram.make(folder), ModuleProgram.MAIN, "print"));
  }

  @Test
  void a_missing_module_of_the_jdk_is_named() throws Exception {
    List<String> flags = new ArrayList<>(List.of("--limit-modules", "java.base"));
    flags.addAll(classPath());
    String printed = run(flags, FreshJvm.class.getName(), "refused");
    List<String> lines = printed.lines().toList();
    assertEquals(3, lines.size(), printed);
    for (String line : lines.subList(0, 2)) {
      assertTrue(line.startsWith("ONNX Runtime needs the module java.logging"), line);
    }
  }

  private static List<String> classPath() {
    return List.of("-cp", System.getProperty("java.class.path"));
  }

  private String run(List<String> flags, String main, String argument)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(flags);
    command.addAll(List.of(main, argument));
    command.removeIf(String::isEmpty);
    Path errors = folder.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    assertEquals("", Files.readString(errors));
    assertEquals(0, status);
    return printed;
  }
}
