package dev.facecore;

import dev.facecore.stage.Picture;

/**
 * A picture turned clockwise as a whole, by the obvious loop: each pixel of the larger canvas takes
 * the nearest one of the original, black where there is none.
 */
public record TurnedPhoto(Picture original, double degrees) {
  public int width() {
    return side(original.width(), original.height());
  }

  public int height() {
    return side(original.height(), original.width());
  }

  private int side(int along, int across) {
    return (int) Math.round(Math.abs(cosine()) * along + Math.abs(sine()) * across);
  }

  public BytePicture picture() {
    byte[] from = original.bgr();
    byte[] to = new byte[width() * height() * 3];
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        double right = x + 0.5 - width() / 2.0;
        double down = y + 0.5 - height() / 2.0;
        int column = (int) Math.floor(cosine() * right + sine() * down + original.width() / 2.0);
        int row = (int) Math.floor(cosine() * down - sine() * right + original.height() / 2.0);
        if (column < 0 || column >= original.width() || row < 0 || row >= original.height())
          continue;
        for (int channel = 0; channel < 3; channel++) {
          to[(y * width() + x) * 3 + channel] =
              from[(row * original.width() + column) * 3 + channel];
        }
      }
    }
    return new BytePicture(width(), height(), to);
  }

  /** Where a point of the original lies in the turned picture. */
  public Point at(Point point) {
    double right = point.x() - original.width() / 2.0;
    double down = point.y() - original.height() / 2.0;
    return new Point(
        cosine() * right - sine() * down + width() / 2.0,
        sine() * right + cosine() * down + height() / 2.0);
  }

  private double cosine() {
    return Math.cos(Math.toRadians(degrees));
  }

  private double sine() {
    return Math.sin(Math.toRadians(degrees));
  }
}
