package dev.facecore.internal.align;

import dev.facecore.Point;
import java.util.List;

/**
 * Turning, scaling and moving in the plane: {@code (x, y) -> (a x - b y + moveX, b x + a y +
 * moveY)}. Never a mirror image.
 */
record SimilarityTransform(double a, double b, double moveX, double moveY) {

  /**
   * The transform that brings one list of points closest to another in the sense of least squares.
   * With the points read as complex numbers and both lists centred, its factor is {@code
   * sum(conj(from) * to) / sum(|from|²)}; this is Umeyama's solution (1991) for the plane without
   * reflection.
   *
   * @throws IllegalArgumentException if all points of {@code from} coincide
   */
  static SimilarityTransform between(List<Point> from, List<Point> to) {
    Point fromCentre = centre(from);
    Point toCentre = centre(to);
    double real = 0;
    double imaginary = 0;
    double squares = 0;
    for (int i = 0; i < from.size(); i++) {
      double fx = from.get(i).x() - fromCentre.x();
      double fy = from.get(i).y() - fromCentre.y();
      double tx = to.get(i).x() - toCentre.x();
      double ty = to.get(i).y() - toCentre.y();
      real += fx * tx + fy * ty;
      imaginary += fx * ty - fy * tx;
      squares += fx * fx + fy * fy;
    }
    if (squares == 0)
      throw new IllegalArgumentException("landmarks must not all coincide, got " + from);
    double a = real / squares;
    double b = imaginary / squares;
    return new SimilarityTransform(
        a,
        b,
        toCentre.x() - a * fromCentre.x() + b * fromCentre.y(),
        toCentre.y() - b * fromCentre.x() - a * fromCentre.y());
  }

  /** This transform followed by a scaling about the origin. */
  SimilarityTransform scaledBy(double factor) {
    return new SimilarityTransform(a * factor, b * factor, moveX * factor, moveY * factor);
  }

  /** The length that a distance of 1 gets. */
  double scale() {
    return Math.hypot(a, b);
  }

  /** What undoes this transform, which must not bring all points together. */
  SimilarityTransform inverse() {
    double squared = a * a + b * b;
    return new SimilarityTransform(
        a / squared,
        -b / squared,
        -(a * moveX + b * moveY) / squared,
        (b * moveX - a * moveY) / squared);
  }

  Point apply(Point point) {
    return new Point(a * point.x() - b * point.y() + moveX, b * point.x() + a * point.y() + moveY);
  }

  private static Point centre(List<Point> points) {
    return new Point(
        points.stream().mapToDouble(Point::x).average().orElseThrow(),
        points.stream().mapToDouble(Point::y).average().orElseThrow());
  }
}
