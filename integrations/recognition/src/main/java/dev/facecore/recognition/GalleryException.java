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

  static GalleryException otherLength(int stored, int given) {
    return new GalleryException(
        "this gallery holds embeddings of "
            + stored
            + " values, which one of "
            + given
            + " cannot be compared with; use the model that filled it or enrol everyone in a new"
            + " gallery");
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
