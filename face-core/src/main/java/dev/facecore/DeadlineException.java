package dev.facecore;

/**
 * Says that the {@link Deadline} of the work passed, that it was cancelled, or that the waiting
 * thread was interrupted: allow more time, or give fewer images.
 */
public final class DeadlineException extends FaceException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message one sentence that can be shown to a user
   */
  public DeadlineException(String message) {
    super(message, null);
  }
}
