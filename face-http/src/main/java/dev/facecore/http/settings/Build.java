package dev.facecore.http.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build says of itself. */
public final class Build {
  private static final Properties PROPERTIES = read();

  private Build() {}

  /** The version of the artifact, such as 1.0.0. */
  public static String version() {
    return PROPERTIES.getProperty("version");
  }

  /** The version of Swagger UI inside. */
  public static String swaggerUi() {
    return PROPERTIES.getProperty("swagger-ui");
  }

  /** The version of ReDoc inside. */
  public static String redoc() {
    return PROPERTIES.getProperty("redoc");
  }

  private static Properties read() {
    try (InputStream stream = Build.class.getResourceAsStream("build.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
