package dev.facecore.internal.download;

import java.io.IOException;

/** A transfer ended before its time; to go on from there may help. */
final class BrokenOffException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenOffException(String message) {
    super(message);
  }

  BrokenOffException(String message, Throwable cause) {
    super(message, cause);
  }
}
