package dev.facecore.internal.image;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Stub until the image branch is merged. */
public final class JpegEncoder {
  private JpegEncoder() {}

  public static byte[] encode(Mat m) {
    MatOfByte b = new MatOfByte();
    Imgcodecs.imencode(".jpg", m, b);
    byte[] r = b.toArray();
    b.release();
    return r;
  }
}
