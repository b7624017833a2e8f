package dev.facecore.internal.pipeline;

import java.util.OptionalInt;

/** At which size faces are looked for. */
final class DetectionSize {
  /**
   * The longer side, in pixels, at which the embedded detector was measured: finds faces of about
   * 20 such pixels.
   */
  private static final int USUAL = 640;

  private DetectionSize() {}

  static int of(OptionalInt chosen) {
    return chosen.orElse(USUAL);
  }
}
