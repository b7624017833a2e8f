package dev.facecore.internal.align;

import dev.facecore.Point;
import java.util.List;

/**
 * The similarity transform as Umeyama (1991) writes it: through the singular value decomposition of
 * the 2×2 covariance, with the sign that forbids mirror images.
 */
final class Umeyama {
  private Umeyama() {}

  /** Two rows of three: rotation times scale, and the move. */
  static double[][] matrix(List<Point> from, List<Point> to) {
    int n = from.size();
    double fx = from.stream().mapToDouble(Point::x).sum() / n;
    double fy = from.stream().mapToDouble(Point::y).sum() / n;
    double tx = to.stream().mapToDouble(Point::x).sum() / n;
    double ty = to.stream().mapToDouble(Point::y).sum() / n;
    double[][] covariance = new double[2][2];
    double variance = 0;
    for (int i = 0; i < n; i++) {
      double[] f = {from.get(i).x() - fx, from.get(i).y() - fy};
      double[] t = {to.get(i).x() - tx, to.get(i).y() - ty};
      for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 2; column++)
          covariance[row][column] += t[row] * f[column] / n;
      }
      variance += (f[0] * f[0] + f[1] * f[1]) / n;
    }
    Svd svd = Svd.of(covariance);
    double sign = Math.signum(determinant(svd.u) * determinant(svd.v));
    double[][] rotation = new double[2][2];
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 2; column++) {
        rotation[row][column] =
            svd.u[row][0] * svd.v[column][0] + sign * svd.u[row][1] * svd.v[column][1];
      }
    }
    double scale = (svd.first + sign * svd.second) / variance;
    double[][] matrix = new double[2][3];
    double[] target = {tx, ty};
    for (int row = 0; row < 2; row++) {
      matrix[row][0] = scale * rotation[row][0];
      matrix[row][1] = scale * rotation[row][1];
      matrix[row][2] = target[row] - matrix[row][0] * fx - matrix[row][1] * fy;
    }
    return matrix;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * m[1][1] - m[0][1] * m[1][0];
  }

  /** {@code m = u diag(first, second) vᵀ}; v from the eigenvectors of {@code mᵀ m}. */
  private record Svd(double[][] u, double first, double second, double[][] v) {
    static Svd of(double[][] m) {
      double p = m[0][0] * m[0][0] + m[1][0] * m[1][0];
      double q = m[0][0] * m[0][1] + m[1][0] * m[1][1];
      double r = m[0][1] * m[0][1] + m[1][1] * m[1][1];
      double angle = 0.5 * Math.atan2(2 * q, p - r);
      double[][] v = {
        {Math.cos(angle), -Math.sin(angle)},
        {Math.sin(angle), Math.cos(angle)}
      };
      double[] one = times(m, v[0][0], v[1][0]);
      double[] two = times(m, v[0][1], v[1][1]);
      double first = Math.hypot(one[0], one[1]);
      double second = Math.hypot(two[0], two[1]);
      double[][] u = {
        {one[0] / first, two[0] / second},
        {one[1] / first, two[1] / second}
      };
      return new Svd(u, first, second, v);
    }

    private static double[] times(double[][] m, double x, double y) {
      return new double[] {m[0][0] * x + m[0][1] * y, m[1][0] * x + m[1][1] * y};
    }
  }
}
