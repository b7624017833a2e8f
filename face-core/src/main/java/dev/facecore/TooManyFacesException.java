package dev.facecore;

/**
 * Says that the images of one call show more faces than {@link FaceExtractorBuilder#maxFaces}
 * allows: give fewer images, or look for larger faces. The message is one sentence that can be
 * shown to the user who sent them.
 */
public final class TooManyFacesException extends FaceException {
  private static final long serialVersionUID = 1L;

  public TooManyFacesException(String message) {
    super(message, null);
  }
}
