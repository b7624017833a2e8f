package dev.facecore.internal.detect;

import dev.facecore.internal.image.DecodedImage;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A picture as a detector takes it: shrunk so that its longer side is at most the detection size,
 * never enlarged, and padded with black on the right and below to whole strides. Owns native memory
 * until it is closed.
 *
 * <p>Enlarging small pictures costs up to seven times the time and finds nothing more.
 */
final class DetectionInput implements AutoCloseable {
  private final Mat pixels;
  private final double scaleX;
  private final double scaleY;

  private DetectionInput(Mat pixels, double scaleX, double scaleY) {
    this.pixels = pixels;
    this.scaleX = scaleX;
    this.scaleY = scaleY;
  }

  /**
   * Prepares a picture.
   *
   * @param stride both sides become a multiple of this
   */
  static DetectionInput of(DecodedImage image, int detectionSize, int stride) {
    double shrink = Math.min(1, (double) detectionSize / Math.max(image.width(), image.height()));
    int width = Math.max(1, (int) Math.round(image.width() * shrink));
    int height = Math.max(1, (int) Math.round(image.height() * shrink));
    Mat canvas = Mat.zeros(roundUp(height, stride), roundUp(width, stride), CvType.CV_8UC3);
    Mat used = canvas.submat(0, height, 0, width);
    try {
      // Writes into the canvas: the target already has the size and type that resize() asks for.
      Imgproc.resize(image.pixels(), used, new Size(width, height), 0, 0, Imgproc.INTER_LINEAR);
      return new DetectionInput(
          canvas, (double) image.width() / width, (double) image.height() / height);
    } catch (RuntimeException e) {
      canvas.release();
      throw e;
    } finally {
      used.release();
    }
  }

  private static int roundUp(int side, int stride) {
    return (side + stride - 1) / stride * stride;
  }

  /** The pixels, 8-bit BGR; this object releases them. */
  Mat pixels() {
    return pixels;
  }

  /** Pixels of the picture for one pixel of the input, from left to right. */
  double scaleX() {
    return scaleX;
  }

  /** Pixels of the picture for one pixel of the input, from top to bottom. */
  double scaleY() {
    return scaleY;
  }

  @Override
  public void close() {
    pixels.release();
  }
}
