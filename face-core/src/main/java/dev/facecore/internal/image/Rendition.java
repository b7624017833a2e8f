package dev.facecore.internal.image;

import org.opencv.core.Mat;

/**
 * A picture's pixels at one of the scales at which it can be decoded. Coordinates are continuous: a
 * picture of width 10 spans 0 to 10.
 *
 * @param pixels 8-bit BGR, as displayed; released by the picture they belong to
 * @param factor pixels of the displayed picture for one of these, 1, 2, 4 or 8
 * @param left by how many pixels of the displayed picture these reach beyond its left edge, less
 *     than the factor: a side that the factor does not divide is rounded up before it is turned
 * @param top the same at the upper edge
 */
public record Rendition(Mat pixels, int factor, int left, int top) {
  /** All pixels of a picture. */
  static Rendition whole(Mat pixels) {
    return new Rendition(pixels, 1, 0, 0);
  }

  /** Where a column of the displayed picture is among these. */
  public double toStoredX(double x) {
    return (x + left) / factor;
  }

  /** Where a row of the displayed picture is among these. */
  public double toStoredY(double y) {
    return (y + top) / factor;
  }
}
