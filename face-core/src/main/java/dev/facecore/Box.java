package dev.facecore;

import dev.facecore.internal.check.Require;

/** An upright rectangle in pixels of the image as displayed; x and y are its left and top edges. */
public record Box(double x, double y, double width, double height) {
  /** Refuses coordinates that are not finite and sides below 0. */
  public Box {
    Require.finite("x", x);
    Require.finite("y", y);
    Require.notNegative("width", width);
    Require.notNegative("height", height);
  }

  /** Returns the x of the right edge. */
  public double right() {
    return x + width;
  }

  /** Returns the y of the lower edge. */
  public double bottom() {
    return y + height;
  }

  /** Returns the area in square pixels. */
  public double area() {
    return width * height;
  }

  /**
   * Returns the intersection over union with another box, 0 (apart) to 1 (equal). Two empty boxes
   * give 0.
   */
  public double overlap(Box other) {
    double wide = Math.min(right(), other.right()) - Math.max(x, other.x);
    double high = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    if (wide <= 0 || high <= 0) return 0;
    double shared = wide * high;
    return shared / (area() + other.area() - shared);
  }

  /**
   * Returns the part of this box inside an image of the given size; an empty box at the nearest
   * edge if they do not meet.
   */
  public Box clippedTo(int pictureWidth, int pictureHeight) {
    double left = clamp(x, pictureWidth);
    double top = clamp(y, pictureHeight);
    return new Box(
        left, top, clamp(right(), pictureWidth) - left, clamp(bottom(), pictureHeight) - top);
  }

  private static double clamp(double value, double most) {
    return Math.max(0, Math.min(most, value));
  }
}
