package dev.facecore.video;

import dev.facecore.console.Program;
import dev.facecore.console.terminal.SafeWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Runs the command line within the test and keeps what it prints. */
final class Cli {
  private Cli() {}

  /** What a run left behind. */
  record Result(int status, String output, String errors) {}

  /** Runs one command. */
  static Result run(Object... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int status =
        Program.run(
            new Video(),
            new SafeWriter(output, StandardCharsets.UTF_8),
            new SafeWriter(errors, StandardCharsets.UTF_8),
            words);
    return new Result(status, output.toString(), errors.toString());
  }
}
