package dev.facecore.evaluate;

import java.util.Arrays;
import java.util.Locale;

/** Raw lengths of embeddings in bands, the first from 0 on, the last without an end. Immutable. */
final class LengthBands {
  private final double[] borders;

  /** Between borders that ascend. */
  LengthBands(double... borders) {
    this.borders = borders.clone();
    for (int i = 1; i < borders.length; i++) {
      if (!(borders[i] > borders[i - 1])) {
        throw new IllegalArgumentException("lengths must ascend, got " + Arrays.toString(borders));
      }
    }
  }

  int count() {
    return borders.length + 1;
  }

  /** The band of a length; a border belongs to the band above it. */
  int of(double length) {
    int band = 0;
    while (band < borders.length && length >= borders[band]) band++;
    return band;
  }

  /** Where a band ends. */
  double end(int band) {
    return band < borders.length ? borders[band] : Double.POSITIVE_INFINITY;
  }

  String name(int band) {
    if (borders.length == 0) return "all";
    if (band == 0) return String.format(Locale.ROOT, "below %.2f", borders[0]);
    if (band == borders.length)
      return String.format(Locale.ROOT, "%.2f and more", borders[band - 1]);
    return String.format(Locale.ROOT, "%.2f to %.2f", borders[band - 1], borders[band]);
  }
}
