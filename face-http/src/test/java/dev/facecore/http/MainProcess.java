package dev.facecore.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program as it is started: a Java of its own with an environment of its own. */
final class MainProcess implements AutoCloseable {
  private static final int SECONDS = 60;

  private final Process process;
  private final CompletableFuture<List<String>> errors;
  private final BufferedReader output;

  MainProcess(Map<String, String> environment) throws IOException {
    this(environment, List.of("-Xmx512m"), List.of());
  }

  /** With options for Java and arguments for the program. */
  MainProcess(Map<String, String> environment, List<String> options, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(Main.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    // The class path goes through the environment: on a command line it may be too long.
    builder
        .environment()
        .put(
            "CLASSPATH",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    process = builder.start();
    output = process.inputReader();
    errors = CompletableFuture.supplyAsync(() -> process.errorReader().lines().toList());
  }

  /** The next line of the standard output; null at its end. */
  String readLine() throws IOException {
    return output.readLine();
  }

  /** What is left of the standard output when the process has ended. */
  List<String> rest() {
    return output.lines().toList();
  }

  List<String> errors() {
    return errors.join();
  }

  /** SIGTERM; unlike {@link Process#destroy}, the handle leaves the output to be read. */
  void terminate() {
    process.toHandle().destroy();
  }

  int exitStatus() throws InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) throw new AssertionError("it does not end");
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
