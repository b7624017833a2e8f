package dev.facecore.internal.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.internal.image.OpenCvLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

@EnabledOnOs(OS.LINUX)
class NativeOutputTest {
  private static final String DROP = "drop";

  @TempDir Path folder;

  /** Says a word of its own before and after a PNG that libpng complains of. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      OpenCvLibrary.load();
      System.out.println("output");
      if (arguments[0].equals(DROP)) NativeOutput.drop();
      System.err.println("before");
      MatOfByte png =
          new MatOfByte(
              new byte[] {
                -119, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0,
                1, 8, 0, 0, 0, 0, 1, 2, 3, 4
              });
      Imgcodecs.imdecode(png, Imgcodecs.IMREAD_COLOR).release();
      png.release();
      System.err.println("after");
      System.out.println("end");
    }
  }

  @Test
  void what_native_code_prints_is_dropped_and_what_java_prints_is_not() throws Exception {
    Path errors = folder.resolve("errors");
    run(program(DROP), new ProcessBuilder().redirectError(errors.toFile()));
    assertEquals(List.of("before", "after"), Files.readAllLines(errors));
  }

  @Test
  void without_it_native_code_prints() throws Exception {
    Path errors = folder.resolve("errors");
    run(program("leave"), new ProcessBuilder().redirectError(errors.toFile()));
    assertTrue(Files.readString(errors).contains("libpng"), Files.readString(errors));
  }

  @Test
  void one_file_for_both_streams_holds_all_lines_in_order() throws Exception {
    Path both = folder.resolve("both");
    Files.writeString(both, "there\n");
    run(
        program(DROP),
        new ProcessBuilder()
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(both.toFile())));
    assertEquals(List.of("there", "output", "before", "after", "end"), Files.readAllLines(both));
  }

  @Test
  void another_program_writes_behind_it_into_the_same_file() throws Exception {
    Path log = folder.resolve("log");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; echo next >&2", "sh"));
    command.addAll(program(DROP));
    run(command, new ProcessBuilder().redirectError(log.toFile()));
    assertEquals(List.of("before", "after", "next"), Files.readAllLines(log));
  }

  private static void run(List<String> command, ProcessBuilder process)
      throws IOException, InterruptedException {
    process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    if (process.redirectOutput() == ProcessBuilder.Redirect.PIPE) {
      process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
    Process started = process.command(command).start();
    assertTrue(started.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, started.exitValue());
  }

  private static List<String> program(String argument) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/sun.nio.fs=ALL-UNNAMED",
        Program.class.getName(),
        argument);
  }
}
