package dev.facecore.examples.blur;

import dev.facecore.Box;
import java.awt.image.BufferedImage;

/**
 * Makes a face unrecognisable for good: an ellipse around it becomes cells of one colour each, so
 * few that nothing tells people apart any more. Unlike a soft blur it cannot be computed back.
 */
final class Blurring {
  /** Cells along the longer side of the box. */
  private static final int CELLS = 6;

  /** By how much the box is widened on each side: hair and chin tell people apart too. */
  private static final double MARGIN = 0.2;

  private Blurring() {}

  /** Changes the pixels of an image of three channels. */
  static void apply(BufferedImage image, Box face) {
    double more = MARGIN * Math.max(face.width(), face.height());
    Box wider =
        new Box(
            face.x() - more, face.y() - more, face.width() + 2 * more, face.height() + 2 * more);
    int cell = (int) Math.ceil(Math.max(wider.width(), wider.height()) / CELLS);
    for (double y = wider.y(); y < wider.bottom(); y += cell) {
      for (double x = wider.x(); x < wider.right(); x += cell) {
        Box part = new Box(x, y, cell, cell).clippedTo(image.getWidth(), image.getHeight());
        if (part.area() > 0) even(image, part, wider);
      }
    }
  }

  private static void even(BufferedImage image, Box cell, Box face) {
    int left = (int) cell.x();
    int top = (int) cell.y();
    int width = Math.min(image.getWidth(), (int) Math.ceil(cell.right())) - left;
    int height = Math.min(image.getHeight(), (int) Math.ceil(cell.bottom())) - top;
    int[] pixels = image.getRGB(left, top, width, height, null, 0, width);
    int colour = mean(pixels);
    for (int i = 0; i < pixels.length; i++) {
      if (isInside(left + i % width + 0.5, top + i / width + 0.5, face)) pixels[i] = colour;
    }
    image.setRGB(left, top, width, height, pixels, 0, width);
  }

  private static int mean(int[] pixels) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int pixel : pixels) {
      red += pixel >> 16 & 0xFF;
      green += pixel >> 8 & 0xFF;
      blue += pixel & 0xFF;
    }
    int count = pixels.length;
    return 0xFF << 24
        | (int) (red / count) << 16
        | (int) (green / count) << 8
        | (int) (blue / count);
  }

  private static boolean isInside(double x, double y, Box face) {
    double across = (x - face.x() - face.width() / 2) / (face.width() / 2);
    double down = (y - face.y() - face.height() / 2) / (face.height() / 2);
    return across * across + down * down <= 1;
  }
}
