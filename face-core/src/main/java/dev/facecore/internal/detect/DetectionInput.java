package dev.facecore.internal.detect;

import dev.facecore.internal.image.Averaging;
import dev.facecore.stage.Picture;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A picture as a detector takes it: shrunk so that its longer side is at most the detection size
 * and fits the network, never enlarged, and padded with black on the right and below. Owns native
 * memory until it is closed.
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

  /** How many pixels of the input there are for one of the picture's, at most 1. */
  static double scale(Picture picture, int detectionSize) {
    return Math.min(1, (double) detectionSize / Math.max(picture.width(), picture.height()));
  }

  /** Prepares a picture, 8-bit BGR, for a network that takes such a shape. */
  static DetectionInput of(Mat picture, int detectionSize, InputShape shape) {
    double shrink = shape.shrink(picture.cols(), picture.rows(), detectionSize);
    int width = Math.max(1, (int) Math.round(picture.cols() * shrink));
    int height = Math.max(1, (int) Math.round(picture.rows() * shrink));
    Mat canvas = Mat.zeros(shape.paddedHeight(height), shape.paddedWidth(width), CvType.CV_8UC3);
    try {
      int times = (int) (1 / shrink);
      if (times < 2) {
        resizeInto(canvas, width, height, picture);
      } else {
        Mat averaged = Averaging.of(picture, times);
        try {
          resizeInto(canvas, width, height, averaged);
        } finally {
          averaged.release();
        }
      }
      return new DetectionInput(
          canvas, (double) picture.cols() / width, (double) picture.rows() / height);
    } catch (Throwable failure) {
      canvas.release();
      throw failure;
    }
  }

  private static void resizeInto(Mat canvas, int width, int height, Mat picture) {
    Mat used = canvas.submat(0, height, 0, width);
    try {
      // Writes into the canvas: the target already has the size and type that resize() asks for.
      Imgproc.resize(picture, used, new Size(width, height), 0, 0, Imgproc.INTER_LINEAR);
    } finally {
      used.release();
    }
  }

  /** The pixels, 8-bit BGR; this object releases them. */
  Mat pixels() {
    return pixels;
  }

  /** A face of the input where it is in the picture. */
  Candidate toPicture(Candidate found) {
    return found.mapped(scaleX, scaleY, 0, 0);
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
