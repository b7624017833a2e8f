package dev.facecore;

import dev.facecore.internal.check.Require;

/** A position in pixels of the image as displayed; it may be outside the image. */
public record Point(double x, double y) {
  /** Refuses coordinates that are not finite. */
  public Point {
    Require.finite("x", x);
    Require.finite("y", y);
  }

  /** Returns the Euclidean distance to another point, in pixels. */
  public double distanceTo(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
