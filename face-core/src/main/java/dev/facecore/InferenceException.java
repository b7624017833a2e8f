package dev.facecore;

/** A network failed on good input: a defect, or a machine without memory left. */
public final class InferenceException extends FaceException {
  private static final long serialVersionUID = 1L;

  public InferenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
