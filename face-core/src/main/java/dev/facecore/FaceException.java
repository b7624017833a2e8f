package dev.facecore;

/** What can go wrong here; each subtype is one decision that the caller can take. */
public abstract sealed class FaceException extends RuntimeException
    permits ImageException,
        ModelException,
        InferenceException,
        PlatformException,
        DeadlineException,
        AlbumException,
        NoFaceException,
        TooManyFacesException,
        IntegrationException {
  private static final long serialVersionUID = 1L;

  FaceException(String message, Throwable cause) {
    super(message, cause);
  }
}
