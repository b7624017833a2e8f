package dev.facecore.stage;

import dev.facecore.Box;
import dev.facecore.FaceLandmarks;
import dev.facecore.internal.check.Require;

/**
 * A face found in an image.
 *
 * @param box where the face is, clipped to the image
 * @param landmarks its five points; they may be outside the image
 * @param confidence the detector's confidence, 0 to 1
 */
public record Detection(Box box, FaceLandmarks landmarks, double confidence) {
  /** Refuses missing parts and a confidence outside 0 to 1. */
  public Detection {
    Require.present("box", box);
    Require.present("landmarks", landmarks);
    Require.ratio("confidence", confidence);
  }
}
