package dev.facecore.recognition;

import dev.facecore.console.Program;
import dev.facecore.console.terminal.SafeWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Runs the command line and keeps what it prints. */
final class Cli {
  private Cli() {}

  /** What a run left behind. */
  record Result(int status, List<String> output, List<String> errors) {}

  /** Runs one command within the test. */
  static Result run(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    int status =
        Program.run(
            new RecognitionProgram(),
            new SafeWriter(output, StandardCharsets.UTF_8),
            new SafeWriter(errors, StandardCharsets.UTF_8),
            arguments);
    return new Result(
        status, output.toString().lines().toList(), errors.toString().lines().toList());
  }

  /** Runs one command in a Java of its own. */
  static Result runAlone(String... arguments) throws IOException, InterruptedException {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            RecognitionProgram.class.getName());
    ProcessBuilder builder = new ProcessBuilder(Stream.concat(java, Stream.of(arguments)).toList());
    // The class path goes through the environment: on a command line it may be too long.
    builder
        .environment()
        .put(
            "CLASSPATH",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    Process process = builder.start();
    var errors = CompletableFuture.supplyAsync(() -> process.errorReader().lines().toList());
    List<String> output = process.inputReader().lines().toList();
    return new Result(process.waitFor(), output, errors.join());
  }
}
