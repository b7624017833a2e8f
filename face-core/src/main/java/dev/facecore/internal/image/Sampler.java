package dev.facecore.internal.image;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Cuts turned and scaled parts out of a picture, black where it has no pixels. Stateless and
 * thread-safe.
 *
 * <p>Where a part shrinks, its pixels are averaged first: bilinear sampling looks at four pixels
 * only and makes noise of what lies between them. A face of 800 pixels brought down to 112 loses by
 * it what tells people apart.
 */
public final class Sampler {
  /** Bilinear sampling reads one pixel more on each side; one more for rounding. */
  private static final int MARGIN = 2;

  private Sampler() {}

  /**
   * Where a cut-out's pixels are in the displayed picture: the one at column u and row v is at
   * {@code (a u - b v + moveX, b u + a v + moveY)}. Both are counted from the centre of the first
   * pixel.
   */
  public record Place(double a, double b, double moveX, double moveY) {
    /** Pixels of the displayed picture for one of the cut-out. */
    double scale() {
      return Math.hypot(a, b);
    }

    double x(double u, double v) {
      return a * u - b * v + moveX;
    }

    double y(double u, double v) {
      return b * u + a * v + moveY;
    }

    /** The same cut-out from pixels of which one is {@code factor} here, moved by (left, top). */
    Place in(double factor, double left, double top) {
      return new Place(
          a / factor,
          b / factor,
          (moveX + 0.5 + left) / factor - 0.5,
          (moveY + 0.5 + top) / factor - 0.5);
    }
  }

  /**
   * The cut-out, 8-bit BGR; the caller releases it. Decodes more of the picture where it takes
   * more.
   */
  public static Mat cut(DecodedImage image, Place place, int width, int height) {
    Rendition from = image.at(1 / place.scale());
    Place there = place.in(from.factor(), from.left(), from.top());
    int times = Math.max(1, (int) there.scale());
    Rect part = part(there, width, height, times, from.pixels());
    if (part.empty()) return Mat.zeros(height, width, CvType.CV_8UC3);
    Mat region = from.pixels().submat(part);
    try {
      return cut(region, there.in(1, -part.x, -part.y), times, width, height);
    } finally {
      region.release();
    }
  }

  private static Mat cut(Mat region, Place place, int times, int width, int height) {
    if (times == 1) return warped(region, place, width, height);
    Mat averaged = Averaging.of(region, times);
    try {
      return warped(averaged, place.in(times, 0, 0), width, height);
    } finally {
      averaged.release();
    }
  }

  private static Mat warped(Mat pixels, Place place, int width, int height) {
    Mat matrix = new Mat(2, 3, CvType.CV_64F);
    Mat part = new Mat();
    try {
      matrix.put(0, 0, place.a(), -place.b(), place.moveX(), place.b(), place.a(), place.moveY());
      Imgproc.warpAffine(
          pixels,
          part,
          matrix,
          new Size(width, height),
          Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP);
      return part;
    } catch (Throwable failure) {
      part.release();
      throw failure;
    } finally {
      matrix.release();
    }
  }

  /**
   * The pixels that the cut-out reads, which are few of a large picture. It begins at a multiple of
   * {@code times}, so that the averages do not depend on where it begins.
   */
  private static Rect part(Place place, int width, int height, int times, Mat pixels) {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int corner = 0; corner < 4; corner++) {
      double u = (corner & 1) * (width - 1);
      double v = (corner >> 1) * (height - 1);
      left = Math.min(left, place.x(u, v));
      right = Math.max(right, place.x(u, v));
      top = Math.min(top, place.y(u, v));
      bottom = Math.max(bottom, place.y(u, v));
    }
    double margin = MARGIN + place.scale();
    int x = (int) Math.max(0, Math.floor(left - margin)) / times * times;
    int y = (int) Math.max(0, Math.floor(top - margin)) / times * times;
    int endX = (int) Math.min(pixels.cols(), Math.ceil(right + margin) + 1);
    int endY = (int) Math.min(pixels.rows(), Math.ceil(bottom + margin) + 1);
    return new Rect(x, y, Math.max(0, endX - x), Math.max(0, endY - y));
  }
}
