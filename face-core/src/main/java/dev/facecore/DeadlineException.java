package dev.facecore;

/**
 * The work's {@link Deadline} passed, it was cancelled, or the thread that waits for it was
 * interrupted, as the message says: give it more time, or fewer images.
 */
public final class DeadlineException extends FaceException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence fit to be shown to a user
   */
  public DeadlineException(String message) {
    super(message, null);
  }
}
