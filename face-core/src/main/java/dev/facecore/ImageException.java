package dev.facecore;

/**
 * One picture cannot be had or read: skip it, or tell whoever sent it. The message is one sentence
 * that is fit to be shown to them: it holds no path, no class name and no address beyond what they
 * sent.
 */
public final class ImageException extends FaceException {
  private static final long serialVersionUID = 1L;

  public ImageException(String message) {
    super(message, null);
  }

  public ImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
