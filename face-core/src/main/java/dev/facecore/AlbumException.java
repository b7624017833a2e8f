package dev.facecore;

/**
 * A saved {@link FaceAlbum} cannot be used as asked: the folder is not an album, the album is
 * damaged, of a newer version or of another model, another program changes it, or a change could
 * not be written. The message is one sentence that says what to do.
 */
public final class AlbumException extends FaceException {
  private static final long serialVersionUID = 1L;

  public AlbumException(String message) {
    super(message, null);
  }

  public AlbumException(String message, Throwable cause) {
    super(message, cause);
  }
}
