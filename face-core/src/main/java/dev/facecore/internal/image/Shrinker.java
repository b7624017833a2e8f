package dev.facecore.internal.image;

import dev.facecore.Box;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Makes small JPEG files of parts of a picture. Stateless and thread-safe. */
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
    Rendition from = picture.at(longerSide / Math.max(box.width(), box.height()));
    Rect part = wholePixels(box, from);
    Mat pixels = from.pixels().submat(part);
    Mat small = new Mat();
    try {
      double scale = (double) longerSide / Math.max(part.width, part.height);
      if (scale >= 1) return JpegEncoder.encode(pixels, QUALITY);
      Imgproc.resize(pixels, small, size(part, scale), 0, 0, Imgproc.INTER_AREA);
      return JpegEncoder.encode(small, QUALITY);
    } finally {
      small.release();
      pixels.release();
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
