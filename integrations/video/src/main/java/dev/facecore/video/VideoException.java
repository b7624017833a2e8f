package dev.facecore.video;

import dev.facecore.IntegrationException;

/**
 * A video, its scenes or the service asked about them cannot be used. The message is one sentence
 * with the remedy, fit to be shown to whoever gave them.
 */
final class VideoException extends IntegrationException {
  private static final long serialVersionUID = 1L;

  VideoException(String message) {
    super(message, null);
  }

  VideoException(String message, Throwable cause) {
    super(message, cause);
  }
}
