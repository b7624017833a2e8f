package dev.facecore.gallery;

import dev.facecore.IntegrationException;

/**
 * Thrown when an image that could be decoded is not fit to enrol from: it does not show exactly one
 * face, or the model cannot read the face. The message says what to choose instead.
 */
public final class EnrolmentException extends IntegrationException {
  private static final long serialVersionUID = 1L;

  EnrolmentException(String message) {
    super(message, null);
  }
}
