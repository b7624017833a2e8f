package dev.facecore.examples;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command line within the test and keeps what it prints. */
public final class Cli {
  private Cli() {}

  /** What a run left behind. */
  public record Result(int status, String output, String errors) {}

  /** Runs one command. */
  public static Result run(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    int status = Faces.run(new PrintWriter(output, true), new PrintWriter(errors, true), arguments);
    return new Result(status, output.toString(), errors.toString());
  }
}
