package dev.facecore.http.response;

/** An image that could not be loaded, and why. */
public record ImageError(int imageIndex, String error) {
  public ImageError {
    error = WellFormed.text(error);
  }
}
