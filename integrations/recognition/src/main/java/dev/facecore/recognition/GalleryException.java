package dev.facecore.recognition;

/**
 * A gallery cannot be used as asked: it holds another model's embeddings, is locked, damaged or out
 * of reach. The message is one sentence that says what to do.
 */
public final class GalleryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GalleryException(String message) {
    super(message);
  }

  GalleryException(String message, Throwable cause) {
    super(message, cause);
  }

  static GalleryException otherModel(String gallery, String given) {
    return new GalleryException(
        "this gallery holds embeddings of "
            + gallery
            + ", which those of "
            + given
            + " cannot be compared with; use that model or enrol everyone in a new gallery");
  }
}
