package dev.facecore.console.options;

import java.nio.file.Path;

/** Where models are looked for and fetched to, as for the server. */
public final class ModelDir {
  private static final String VARIABLE = "MODEL_DIR";

  private ModelDir() {}

  /** A folder that was named, or else the one of the environment, or else the usual one. */
  public static Path or(Path named) {
    if (named != null) return named;
    String variable = System.getenv(VARIABLE);
    return variable == null || variable.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "face-models")
        : Path.of(variable);
  }
}
