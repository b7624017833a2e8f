package dev.facecore.internal.detect;

import dev.facecore.Box;
import dev.facecore.Detection;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;

/**
 * A possible face in pixels of the network's input.
 *
 * @param points x and y of the left eye, right eye, nose tip, left and right corner of the mouth
 */
record Candidate(
    double left, double top, double right, double bottom, float score, double[] points) {

  /** A network gone astray predicts infinite boxes; they are no faces. */
  boolean isFinite() {
    double sum = left + top + right + bottom;
    for (double coordinate : points) sum += coordinate;
    return Double.isFinite(sum);
  }

  double overlap(Candidate other) {
    double wide = Math.min(right, other.right) - Math.max(left, other.left);
    double high = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    if (wide <= 0 || high <= 0) return 0;
    double shared = wide * high;
    return shared / (area() + other.area() - shared);
  }

  private double area() {
    return (right - left) * (bottom - top);
  }

  /** The face in pixels of the picture, its box clipped to the picture. */
  Detection toDetection(DetectionInput input, int pictureWidth, int pictureHeight) {
    double x = input.scaleX();
    double y = input.scaleY();
    Box box = new Box(left * x, top * y, (right - left) * x, (bottom - top) * y);
    FaceLandmarks landmarks =
        new FaceLandmarks(
            point(0, x, y), point(1, x, y), point(2, x, y), point(3, x, y), point(4, x, y));
    return new Detection(box.clippedTo(pictureWidth, pictureHeight), landmarks, Math.min(1, score));
  }

  private Point point(int index, double scaleX, double scaleY) {
    return new Point(points[2 * index] * scaleX, points[2 * index + 1] * scaleY);
  }
}
