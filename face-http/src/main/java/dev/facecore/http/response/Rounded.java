package dev.facecore.http.response;

import java.time.Duration;

/** Rounds numbers of an answer: further digits are noise, and a third of its size. */
final class Rounded {
  private static final double NANOS_PER_MILLI = 1e6;

  private Rounded() {}

  /** Returns milliseconds with three decimals. */
  static double millis(Duration time) {
    return rounded(time.toNanos() / NANOS_PER_MILLI, 1e3);
  }

  /** Returns a coordinate or a length with three decimals. */
  static double pixels(double coordinate) {
    return rounded(coordinate, 1e3);
  }

  /** Returns a number around one with six decimals. */
  static double ratio(double value) {
    return rounded(value, 1e6);
  }

  private static double rounded(double value, double steps) {
    return Math.rint(value * steps) / steps;
  }
}
