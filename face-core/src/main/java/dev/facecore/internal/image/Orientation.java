package dev.facecore.internal.image;

import org.opencv.core.Core;
import org.opencv.core.Mat;

/** The eight EXIF orientations (EXIF 2.32, tag 274), applied to pixels. */
final class Orientation {
  /** As stored is as displayed; also what is assumed where nothing valid is said. */
  static final int UPRIGHT = 1;

  private static final int LEFT_TO_RIGHT = 1;
  private static final int TOP_TO_BOTTOM = 0;
  private static final int BOTH = -1;

  private Orientation() {}

  /** The orientation that this value names; UPRIGHT for a value outside 1 to 8. */
  static int valid(long value) {
    return value >= 1 && value <= 8 ? (int) value : UPRIGHT;
  }

  /** Whether the displayed width is the stored height. */
  static boolean swapsSides(int orientation) {
    return orientation >= 5;
  }

  /** Whether what is stored last along a side is displayed at the left. */
  static boolean isLeftEdgeLast(int orientation) {
    return orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
  }

  /** Whether what is stored last along a side is displayed at the top. */
  static boolean isTopEdgeLast(int orientation) {
    return orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
  }

  /**
   * Turns stored pixels into displayed ones.
   *
   * @param stored changed in place and returned, or left as it was when another Mat is returned; in
   *     both cases the caller releases it
   * @return released by the caller
   */
  static Mat apply(int orientation, Mat stored) {
    if (!swapsSides(orientation)) {
      flip(orientation, stored);
      return stored;
    }
    Mat turned = new Mat();
    try {
      Core.transpose(stored, turned);
      flip(orientation, turned);
      return turned;
    } catch (Throwable failure) {
      turned.release();
      throw failure;
    }
  }

  // 5 to 8 are transposed first; 5 is nothing but that.
  private static void flip(int orientation, Mat pixels) {
    switch (orientation) {
      case 2, 6 -> Core.flip(pixels, pixels, LEFT_TO_RIGHT);
      case 3, 7 -> Core.flip(pixels, pixels, BOTH);
      case 4, 8 -> Core.flip(pixels, pixels, TOP_TO_BOTTOM);
      default -> {}
    }
  }
}
