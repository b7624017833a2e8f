package dev.facecore;

/**
 * Says that one image could not be loaded or decoded: skip it, or tell the user who sent it. The
 * message is one sentence that can be shown to that user: it contains no path, no class name and no
 * address beyond what the user sent.
 */
public final class ImageException extends FaceException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates one without a cause.
   *
   * @param message what is wrong and what to do, in one sentence
   */
  public ImageException(String message) {
    super(message, null);
  }

  /**
   * Creates one with its cause.
   *
   * @param message what is wrong and what to do, in one sentence
   */
  public ImageException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Returns the failure of an image that has more bytes than allowed, for loaders that have a limit
   * of their own.
   *
   * @param maxBytes the limit
   */
  public static ImageException tooLarge(long maxBytes) {
    return new ImageException(
        "The image is larger than the limit of " + maxBytes + " bytes; send a smaller one.");
  }
}
