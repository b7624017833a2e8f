package dev.facecore.internal.download;

import java.io.IOException;

/** All bytes arrived, and they are not those that were expected. */
final class WrongContentException extends IOException {
  private static final long serialVersionUID = 1L;

  WrongContentException(String message) {
    super(message);
  }
}
