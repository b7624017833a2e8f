package dev.facecore.internal.image;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Makes pictures smaller without aliasing. Stateless and thread-safe. */
public final class Averaging {
  private Averaging() {}

  /**
   * One pixel for each square of {@code times} by {@code times}; the last squares are filled up by
   * repeating the edge. The caller releases it.
   *
   * @param pixels may be a region of a larger picture; only read
   */
  public static Mat of(Mat pixels, int times) {
    int columns = roundedUp(pixels.cols(), times);
    int rows = roundedUp(pixels.rows(), times);
    boolean isFull = columns * times == pixels.cols() && rows * times == pixels.rows();
    if (isFull) return averaged(pixels, columns, rows);
    Mat filled = new Mat();
    try {
      Core.copyMakeBorder(
          pixels,
          filled,
          0,
          rows * times - pixels.rows(),
          0,
          columns * times - pixels.cols(),
          Core.BORDER_REPLICATE | Core.BORDER_ISOLATED);
      return averaged(filled, columns, rows);
    } finally {
      filled.release();
    }
  }

  // By whole numbers OpenCV adds bytes; by others it is five times slower.
  private static Mat averaged(Mat pixels, int columns, int rows) {
    Mat averaged = new Mat();
    try {
      Imgproc.resize(pixels, averaged, new Size(columns, rows), 0, 0, Imgproc.INTER_AREA);
      return averaged;
    } catch (Throwable failure) {
      averaged.release();
      throw failure;
    }
  }

  private static int roundedUp(int side, int times) {
    return (side + times - 1) / times;
  }
}
