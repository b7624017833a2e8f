package dev.facecore.video;

import java.io.PrintWriter;
import java.io.StringWriter;
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
    int status = Video.run(new PrintWriter(output, true), new PrintWriter(errors, true), words);
    return new Result(status, output.toString(), errors.toString());
  }
}
