package dev.facecore.video;

import dev.facecore.http.FaceService;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The real face-http as it is started: a Java of its own, on a free port. */
final class FaceHttpProcess implements AutoCloseable {
  private static final String MAIN = FaceService.class.getPackageName() + ".Main";

  private final Process process;
  private final String address;

  /** Returns when its models are loaded. */
  FaceHttpProcess() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", MAIN);
    Map<String, String> environment = builder.environment();
    environment.put("HOST", "127.0.0.1");
    environment.put("PORT", "0");
    environment.put("URL_ALLOW_PRIVATE", "true");
    environment.put("MAX_IMAGES_PER_REQUEST", "10");
    environment.remove("API_TOKEN");
    // The class path goes through the environment: on a command line it may be too long.
    environment.put(
        "CLASSPATH",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    process = builder.redirectErrorStream(true).start();
    try {
      BufferedReader output = process.inputReader();
      address = awaitLine(output, " listens on ").replaceFirst(".* listens on ", "");
      awaitLine(output, "Ready with ");
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static String awaitLine(BufferedReader output, String part) throws IOException {
    String line = output.readLine();
    while (line != null && !line.contains(part)) line = output.readLine();
    if (line == null) throw new IOException("face-http ended before it said '" + part + "'");
    return line;
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
