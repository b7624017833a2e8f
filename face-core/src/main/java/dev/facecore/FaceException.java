package dev.facecore;

/**
 * Is the base of all exceptions of this library; each subtype stands for one decision that the
 * caller can take.
 */
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
