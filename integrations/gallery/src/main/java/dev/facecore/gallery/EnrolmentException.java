package dev.facecore.gallery;

import dev.facecore.IntegrationException;

/**
 * Nobody can be enrolled from a photograph, which could be read: it does not show exactly one face,
 * or one that the model cannot read. Give another photograph; the message is one sentence that says
 * which.
 */
public final class EnrolmentException extends IntegrationException {
  private static final long serialVersionUID = 1L;

  EnrolmentException(String message) {
    super(message, null);
  }
}
