package dev.facecore.internal.image;

import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Decodes 16-bit cyan, magenta, yellow and black, one row at a time, by their high bytes. */
record InkPixels(EncodedStream stream) implements PixelSource {
  private static final int INKS = 4;

  @Override
  public Mat decode(ImageFormat format) {
    Mat inks = NativeDecoder.decodeUnchanged(format, stream);
    try {
      if (inks.type() != CvType.CV_16UC4) throw format.damaged();
      return toBgr(inks);
    } finally {
      inks.release();
    }
  }

  private static Mat toBgr(Mat inks) {
    Mat pixels = new Mat(inks.size(), CvType.CV_8UC3);
    try {
      short[] from = new short[inks.cols() * INKS];
      byte[] to = new byte[inks.cols() * 3];
      for (int y = 0; y < inks.rows(); y++) {
        inks.get(y, 0, from);
        for (int x = 0; x < inks.cols(); x++) mix(from, x * INKS, to, x * 3);
        pixels.put(y, 0, to);
      }
      return pixels;
    } catch (Throwable failure) {
      pixels.release();
      throw failure;
    }
  }

  // The decoder, told that these were red, green, blue and alpha, gives yellow, magenta, cyan,
  // black: in the order of the blue, green and red that they take away.
  private static void mix(short[] inks, int from, byte[] bgr, int to) {
    int light = 255 - high(inks[from + 3]);
    for (int i = 0; i < 3; i++) {
      int paper = 255 - high(inks[from + i]);
      bgr[to + i] = (byte) ((paper * light + 127) / 255);
    }
  }

  private static int high(short sample) {
    return sample >> 8 & 0xFF;
  }
}
