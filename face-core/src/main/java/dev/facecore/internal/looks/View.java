package dev.facecore.internal.looks;

import dev.facecore.Box;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.internal.image.Sampler;
import dev.facecore.stage.Detection;
import dev.facecore.stage.Picture;

/**
 * A part of a picture as a detector is shown it: moved, turned and scaled; black where the picture
 * has no pixels.
 *
 * <p>Coordinates are continuous: a picture of width 10 spans 0 to 10, and its first pixel's centre
 * lies at 0.5.
 *
 * @param centre what lies in the middle of the view, in pixels of the picture
 * @param scale pixels of the picture for one pixel of the view
 * @param degrees a face that leans clockwise by this in the picture stands upright in the view
 * @param width in pixels of the view
 * @param height in pixels of the view
 */
record View(Point centre, double scale, double degrees, int width, int height) {

  /** A square part: {@code side} pixels of the picture on {@code size} of the view. */
  static View square(Point centre, double side, double degrees, int size) {
    return new View(centre, side / size, degrees, size, size);
  }

  /** A square part around a box: {@code surroundings} of the box's longer sides on {@code size}. */
  static View around(Box box, double surroundings, double degrees, int size) {
    Point centre = new Point(box.x() + box.width() / 2, box.y() + box.height() / 2);
    double side = Math.max(1, surroundings * Math.max(box.width(), box.height()));
    return square(centre, side, degrees, size);
  }

  /** All of a picture, turned, shrunk to a longer side of at most {@code size} before that. */
  static View whole(Picture picture, int degrees, int size) {
    double scale = Math.max(1, (double) Math.max(picture.width(), picture.height()) / size);
    double cosine = Math.abs(Math.cos(Math.toRadians(degrees)));
    double sine = Math.abs(Math.sin(Math.toRadians(degrees)));
    double width = (picture.width() * cosine + picture.height() * sine) / scale;
    double height = (picture.width() * sine + picture.height() * cosine) / scale;
    return new View(middle(picture), scale, degrees, wholePixels(width), wholePixels(height));
  }

  // A right angle's cosine is not quite 0.
  private static int wholePixels(double length) {
    return (int) Math.ceil(length - 1e-6);
  }

  /** The middle of a picture. */
  static Point middle(Picture picture) {
    return new Point(picture.width() / 2.0, picture.height() / 2.0);
  }

  /** Cuts the view out; the caller closes it. */
  DecodedImage of(DecodedImage image) {
    double a = scale * cosine();
    double b = scale * sine();
    // Pixels are counted from the centre of the first one there.
    double middleX = (width - 1) / 2.0;
    double middleY = (height - 1) / 2.0;
    double moveX = centre.x() - 0.5 - a * middleX + b * middleY;
    double moveY = centre.y() - 0.5 - b * middleX - a * middleY;
    Sampler.Place place = new Sampler.Place(a, b, moveX, moveY);
    return new DecodedImage(Sampler.cut(image, place, width, height));
  }

  /** Where a point of the view lies in the picture. */
  Point toPicture(Point point) {
    double x = scale * (point.x() - width / 2.0);
    double y = scale * (point.y() - height / 2.0);
    return new Point(
        centre.x() + cosine() * x - sine() * y, centre.y() + sine() * x + cosine() * y);
  }

  /** A face of the view as one of the picture, its box clipped to the picture. */
  Detection toPicture(Detection found, Picture picture) {
    FaceLandmarks points = found.landmarks();
    return new Detection(
        toPicture(found.box()).clippedTo(picture.width(), picture.height()),
        new FaceLandmarks(
            toPicture(points.leftEye()),
            toPicture(points.rightEye()),
            toPicture(points.noseTip()),
            toPicture(points.leftMouth()),
            toPicture(points.rightMouth())),
        found.confidence());
  }

  /**
   * The upright box around a face that is turned back with the view: a head is round, so it is that
   * of the ellipse in its box, not that of the turned box's corners, which reach far beyond it.
   */
  Box toPicture(Box box) {
    Point middle = toPicture(new Point(box.x() + box.width() / 2, box.y() + box.height() / 2));
    double wide = scale * Math.hypot(box.width() * cosine(), box.height() * sine());
    double high = scale * Math.hypot(box.width() * sine(), box.height() * cosine());
    return new Box(middle.x() - wide / 2, middle.y() - high / 2, wide, high);
  }

  private double cosine() {
    return Math.cos(Math.toRadians(degrees));
  }

  private double sine() {
    return Math.sin(Math.toRadians(degrees));
  }
}
