package dev.facecore.gallery;

import dev.facecore.IntegrationException;

/**
 * A gallery cannot be used as asked: it holds another model's embeddings, is locked, damaged or out
 * of reach. The message is one sentence that says what to do.
 */
public final class GalleryException extends IntegrationException {
  private static final long serialVersionUID = 1L;

  public GalleryException(String message) {
    super(message, null);
  }

  public GalleryException(String message, Throwable cause) {
    super(message, cause);
  }
}
