package dev.facecore;

/** A network failed on good input, or native code is missing: a defect or an exhausted machine. */
public final class InferenceException extends FaceException {
  private static final long serialVersionUID = 1L;

  public InferenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
