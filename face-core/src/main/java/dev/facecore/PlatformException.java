package dev.facecore;

/**
 * Says that this machine or this Java lacks what native code needs: the message says what to
 * install, or which option to give. A retry without that change fails in the same way.
 */
public final class PlatformException extends FaceException {
  private static final long serialVersionUID = 1L;

  /** What cannot be used. */
  public enum Part {
    /**
     * Native code does not load, or lacks a folder to work in: nothing works before it is fixed.
     */
    NATIVE_CODE,
    /** The chosen {@link dev.facecore.model.Accelerator}; the processor may do instead. */
    ACCELERATOR
  }

  private final Part part;

  /**
   * Creates an exception.
   *
   * @param message what is missing and the remedy; it can be shown to a user
   */
  public PlatformException(Part part, String message, Throwable cause) {
    super(message, cause);
    this.part = part;
  }

  /** Returns what cannot be used. */
  public Part part() {
    return part;
  }
}
