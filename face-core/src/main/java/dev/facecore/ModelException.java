package dev.facecore;

/**
 * A model is absent, damaged, not the expected network, of a licence that is not accepted, or could
 * not be fetched: mend the installation, as the message says; to try again with the same one cannot
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
