package dev.facecore.examples.corrections;

/** Corrections cannot be used; the message says why and what to do. */
public final class CorrectionsException extends Exception {
  private static final long serialVersionUID = 1;

  CorrectionsException(String message) {
    super(message);
  }
}
