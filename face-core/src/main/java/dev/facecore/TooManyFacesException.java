package dev.facecore;

/**
 * The pictures of one call show more faces than {@link FaceExtractorBuilder#maxFaces} allows: give
 * it fewer pictures, or look for larger faces. The message is one sentence that is fit to be shown
 * to whoever sent them.
 */
public final class TooManyFacesException extends FaceException {
  private static final long serialVersionUID = 1L;

  public TooManyFacesException(String message) {
    super(message, null);
  }
}
