package dev.facecore;

/** An image that must show a face shows none; choose another one. */
public final class NoFaceException extends FaceException {
  private static final long serialVersionUID = 1L;

  /** Takes a sentence that is fit to be shown. */
  public NoFaceException(String message) {
    super(message, null);
  }
}
