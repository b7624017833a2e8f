package dev.facecore.internal.detect;

import dev.facecore.Box;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import dev.facecore.internal.image.Rendition;
import dev.facecore.stage.Detection;

/**
 * A possible face in pixels of a network's input or of the picture.
 *
 * @param points x and y of the left eye, right eye, nose tip, left and right corner of the mouth;
 *     empty where the detector finds no points
 */
record Candidate(
    double left, double top, double right, double bottom, float score, double[] points) {
  static final double[] NO_POINTS = {};

  /** A network gone astray predicts infinite or inverted boxes; they are no faces. */
  boolean isProper() {
    double sum = left + top + right + bottom;
    for (double coordinate : points) sum += coordinate;
    return Double.isFinite(sum) && right > left && bottom > top;
  }

  boolean hasPoints() {
    return points.length > 0;
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  /** Intersection over union of the two boxes, 0 to 1. */
  double overlap(Candidate other) {
    double shared = shared(other);
    return shared == 0 ? 0 : shared / (area() + other.area() - shared);
  }

  /** The share of the smaller box that lies in the other, 0 to 1. */
  double shareOfSmaller(Candidate other) {
    double shared = shared(other);
    return shared == 0 ? 0 : shared / Math.min(area(), other.area());
  }

  private double shared(Candidate other) {
    double wide = Math.min(right, other.right) - Math.max(left, other.left);
    double high = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return wide <= 0 || high <= 0 ? 0 : wide * high;
  }

  private double area() {
    return width() * height();
  }

  /** The same face in other coordinates: multiplied, then moved. */
  Candidate mapped(double scaleX, double scaleY, double moveX, double moveY) {
    double[] moved = new double[points.length];
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] = points[i] * scaleX + moveX;
      moved[i + 1] = points[i + 1] * scaleY + moveY;
    }
    return new Candidate(
        left * scaleX + moveX,
        top * scaleY + moveY,
        right * scaleX + moveX,
        bottom * scaleY + moveY,
        score,
        moved);
  }

  /** A face among the pixels of a rendition where it is in the displayed picture. */
  Candidate displayed(Rendition seen) {
    return mapped(seen.factor(), seen.factor(), -seen.left(), -seen.top());
  }

  /** A face of the displayed picture among the pixels of a rendition. */
  Candidate stored(Rendition seen) {
    double part = 1.0 / seen.factor();
    return mapped(part, part, seen.toStoredX(0), seen.toStoredY(0));
  }

  /** The face as found in a picture of the given size, its box clipped to it. */
  Detection toDetection(int pictureWidth, int pictureHeight) {
    Box box = new Box(left, top, width(), height());
    FaceLandmarks landmarks = new FaceLandmarks(point(0), point(1), point(2), point(3), point(4));
    return new Detection(box.clippedTo(pictureWidth, pictureHeight), landmarks, Math.min(1, score));
  }

  private Point point(int index) {
    return new Point(points[2 * index], points[2 * index + 1]);
  }
}
