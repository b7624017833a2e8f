package dev.facecore.evaluate;

import java.util.Arrays;

/** Quantiles of a sample. */
final class Quantiles {
  private Quantiles() {}

  /** Linear between the order statistics: type 7 of Hyndman and Fan (1996), NumPy's default. */
  static double of(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
