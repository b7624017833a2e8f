package dev.facecore.internal.detect;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Rect;

/**
 * A picture as overlapping parts, so that what a detector is shown at once is bounded whatever the
 * detection size. Lengths are pixels of the detector's input unless they are of the picture.
 */
final class Tiles {
  /** A picture that takes no more of the detector's input is shown whole. */
  static final int MOST_PIXELS = 2 << 20;

  /** The longest side of a part; its square is below the most pixels. */
  static final int LONGEST = 1408;

  /** A face up to about this size lies wholly in one of the parts. */
  static final int OVERLAP = 256;

  private Tiles() {}

  /** The detector's input for one pixel of the picture; at most 1. */
  static double shrink(int width, int height, int detectionSize) {
    return Math.min(1, (double) detectionSize / Math.max(width, height));
  }

  /** Whether a picture of this size is shown whole. */
  static boolean isOne(int width, int height, double shrink) {
    return width * shrink * (height * shrink) <= MOST_PIXELS;
  }

  /** The parts in pixels of the picture, row by row; all are of one size. */
  static List<Rect> of(int width, int height, double shrink) {
    int columns = count(width * shrink);
    int rows = count(height * shrink);
    int tileWidth = size(width, columns, shrink);
    int tileHeight = size(height, rows, shrink);
    List<Rect> tiles = new ArrayList<>(columns * rows);
    for (int row = 0; row < rows; row++) {
      int top = start(row, rows, height - tileHeight);
      for (int column = 0; column < columns; column++) {
        tiles.add(new Rect(start(column, columns, width - tileWidth), top, tileWidth, tileHeight));
      }
    }
    return tiles;
  }

  private static int count(double length) {
    if (length <= LONGEST) return 1;
    return (int) Math.ceil((length - OVERLAP) / (LONGEST - OVERLAP));
  }

  private static int size(int length, int count, double shrink) {
    return (int) Math.ceil((length + (count - 1) * OVERLAP / shrink) / count);
  }

  private static int start(int index, int count, int last) {
    return count == 1 ? 0 : (int) ((long) index * last / (count - 1));
  }
}
