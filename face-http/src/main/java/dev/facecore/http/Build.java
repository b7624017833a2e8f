package dev.facecore.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build says of itself. */
final class Build {
  private static final String VERSION = read();

  private Build() {}

  /** The version of the artifact, such as 1.0.0. */
  static String version() {
    return VERSION;
  }

  private static String read() {
    try (InputStream stream = Build.class.getResourceAsStream("build.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
