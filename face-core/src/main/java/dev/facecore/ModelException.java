package dev.facecore;

/**
 * A model is absent, damaged or not the expected network: mend the installation; a retry cannot
 * help.
 */
public final class ModelException extends FaceException {
  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message, null);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
