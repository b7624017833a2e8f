package dev.facecore.evaluate;

import dev.facecore.console.Program;
import dev.facecore.console.terminal.SafeWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Runs the command line within the test and keeps what it prints. */
final class Cli {
  private Cli() {}

  /** What a run left behind. */
  record Result(int status, String output, String errors) {}

  /** Runs one command. */
  static Result run(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    int status =
        Program.run(
            new Evaluate(),
            new SafeWriter(output, StandardCharsets.UTF_8),
            new SafeWriter(errors, StandardCharsets.UTF_8),
            arguments);
    return new Result(status, output.toString(), errors.toString());
  }
}
