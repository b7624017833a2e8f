package dev.facecore.internal.image;

import dev.facecore.ImageException;
import dev.facecore.internal.natives.NativeTime;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Encodes pixels as baseline JPEG. Stateless and thread-safe. */
public final class JpegEncoder {
  /**
   * Of 100, OpenCV's own default. A headshot is small, so there is little to save, and whoever
   * keeps it may want to find or compare its face again.
   */
  static final int QUALITY = 95;

  private JpegEncoder() {}

  /**
   * A whole JPEG file of these pixels.
   *
   * @param bgr 8-bit BGR, may be a region of a larger picture; not changed and not released
   */
  public static byte[] encode(Mat bgr) {
    return encode(bgr, QUALITY);
  }

  static byte[] encode(Mat bgr, int quality) {
    OpenCvLibrary.load();
    MatOfInt settings = new MatOfInt();
    MatOfByte encoded = new MatOfByte();
    try {
      settings.fromArray(Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
      if (!NativeTime.count(() -> Imgcodecs.imencode(".jpg", bgr, encoded, settings))) {
        throw new ImageException("A part of the image could not be encoded as JPEG.");
      }
      return encoded.toArray();
    } finally {
      encoded.release();
      settings.release();
    }
  }
}
