package dev.facecore;

/** Says that an image that must show a face shows none; choose another one. */
public final class NoFaceException extends FaceException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a sentence that can be shown to a user. */
  public NoFaceException(String message) {
    super(message, null);
  }
}
