package dev.facecore.internal.image;

import dev.facecore.Box;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Makes parts of a picture small enough. Stateless and thread-safe. */
public final class Shrinker {
  /** Of 100: for looking at, not for finding faces in again. */
  private static final int QUALITY = 80;

  private Shrinker() {}

  /**
   * A part of a picture as a JPEG file, made smaller where its longer side is longer than wanted.
   *
   * @param box within the picture and not empty; widened to whole pixels
   */
  public static byte[] jpeg(DecodedImage picture, Box box, int longerSide) {
    Mat small = pixels(picture, box, longerSide);
    try {
      return JpegEncoder.encode(small, QUALITY);
    } finally {
      small.release();
    }
  }

  /** The same part as a picture of its own; the caller closes it. */
  public static DecodedImage part(DecodedImage picture, Box box, int longerSide) {
    return new DecodedImage(pixels(picture, box, longerSide));
  }

  private static Mat pixels(DecodedImage picture, Box box, int longerSide) {
    Rendition from = picture.at(longerSide / Math.max(box.width(), box.height()));
    Rect part = wholePixels(box, from);
    Mat pixels = from.pixels().submat(part);
    try {
      double scale = (double) longerSide / Math.max(part.width, part.height);
      if (scale >= 1) return pixels.clone();
      return resized(pixels, size(part, scale));
    } finally {
      pixels.release();
    }
  }

  private static Mat resized(Mat pixels, Size size) {
    Mat small = new Mat();
    try {
      Imgproc.resize(pixels, small, size, 0, 0, Imgproc.INTER_AREA);
      return small;
    } catch (Throwable failure) {
      small.release();
      throw failure;
    }
  }

  private static Rect wholePixels(Box box, Rendition from) {
    int left = (int) from.toStoredX(box.x());
    int top = (int) from.toStoredY(box.y());
    int width = (int) Math.ceil(from.toStoredX(box.right())) - left;
    int height = (int) Math.ceil(from.toStoredY(box.bottom())) - top;
    return new Rect(left, top, width, height);
  }

  private static Size size(Rect part, double scale) {
    return new Size(
        Math.max(1, Math.rint(part.width * scale)), Math.max(1, Math.rint(part.height * scale)));
  }
}
