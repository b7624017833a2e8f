package dev.facecore.internal.image;

import dev.facecore.ImageException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Decodes an encoded picture into pixels as displayed. */
public final class ImageDecoder {
  static {
    nu.pattern.OpenCV.loadLocally();
    org.opencv.core.Core.setNumThreads(1);
  }

  private ImageDecoder() {}

  public static DecodedImage decode(byte[] encoded, long maxPixels) {
    MatOfByte m = new MatOfByte(encoded);
    Mat out = Imgcodecs.imdecode(m, Imgcodecs.IMREAD_COLOR);
    m.release();
    if (out.empty()) throw new ImageException("no picture");
    return new DecodedImage(out);
  }

  public static boolean isSupported(byte[] start) {
    return start.length > 0;
  }
}
