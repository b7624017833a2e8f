package dev.facecore.internal.image;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/** Decodes a frame of an animation and lays it on its black canvas at (x, y). */
record FramePixels(EncodedStream frame, int width, int height, int x, int y)
    implements PixelSource {
  @Override
  public Mat decode(ImageFormat format) {
    Mat pixels = NativeDecoder.decode(format, frame);
    if (pixels.cols() == width && pixels.rows() == height) return pixels;
    try {
      if (x > width - pixels.cols() || y > height - pixels.rows()) throw format.damaged();
      return onCanvas(pixels);
    } finally {
      pixels.release();
    }
  }

  private Mat onCanvas(Mat pixels) {
    Mat canvas = new Mat(height, width, CvType.CV_8UC3, Scalar.all(0));
    try {
      copyInto(canvas, pixels);
      return canvas;
    } catch (Throwable failure) {
      canvas.release();
      throw failure;
    }
  }

  private void copyInto(Mat canvas, Mat pixels) {
    Mat place = canvas.submat(new Rect(x, y, pixels.cols(), pixels.rows()));
    try {
      pixels.copyTo(place);
    } finally {
      place.release();
    }
  }
}
