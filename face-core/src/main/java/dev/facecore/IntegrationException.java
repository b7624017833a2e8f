package dev.facecore;

/**
 * Something that an integration brings along cannot be used, such as a store of faces or a video:
 * each integration has subtypes of its own, one for each decision that its caller can take. The
 * library itself never throws one.
 */
public abstract non-sealed class IntegrationException extends FaceException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception with a message of one sentence, which says what to do.
   *
   * @param cause null if nothing caused it
   */
  protected IntegrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
