package dev.facecore;

/**
 * Says that a network failed on valid input: an internal error, or a machine without memory left.
 */
public final class InferenceException extends FaceException {
  private static final long serialVersionUID = 1L;

  public InferenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
