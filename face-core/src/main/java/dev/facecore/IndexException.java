package dev.facecore;

/**
 * A file is no face index, is damaged, or was saved by a newer version: go back to an earlier copy
 * or build the index anew; a retry cannot help.
 */
public final class IndexException extends FaceException {
  private static final long serialVersionUID = 1L;

  public IndexException(String message) {
    super(message, null);
  }

  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
