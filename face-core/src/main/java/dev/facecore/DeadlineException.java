package dev.facecore;

/** The work's {@link Deadline} passed or it was cancelled: give it more time, or fewer pictures. */
public final class DeadlineException extends FaceException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence fit to be shown to a user
   */
  public DeadlineException(String message) {
    super(message, null);
  }
}
