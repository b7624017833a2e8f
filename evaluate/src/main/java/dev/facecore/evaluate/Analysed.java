package dev.facecore.evaluate;

import dev.facecore.FaceException;
import dev.facecore.ImageAnalysis;

/** A picture that was left out would falsify a measurement. */
final class Analysed {
  private Analysed() {}

  /**
   * Returns the analysis.
   *
   * @throws FaceException if the picture could not be analysed
   */
  static ImageAnalysis require(ImageAnalysis image) {
    image
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return image;
  }
}
