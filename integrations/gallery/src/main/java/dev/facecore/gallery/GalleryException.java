package dev.facecore.gallery;

import dev.facecore.IntegrationException;

/**
 * Thrown when a gallery cannot be used as asked: it contains embeddings of another model, is
 * locked, damaged or unreachable. The message says what to do.
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
