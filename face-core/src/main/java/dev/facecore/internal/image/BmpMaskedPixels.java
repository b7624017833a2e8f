package dev.facecore.internal.image;

import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Reads the rows of a bitmap of 16 or 32 bits per pixel by its masks, which the native decoder
 * ignores.
 */
record BmpMaskedPixels(Bytes rows, int width, int height, boolean topDown, int bits, BmpMasks masks)
    implements PixelSource {
  /**
   * @param height negative where the first row stored is the top one
   */
  static BmpMaskedPixels of(Bytes rows, int width, int height, int bits, BmpMasks masks) {
    return new BmpMaskedPixels(rows, width, Math.abs(height), height < 0, bits, masks);
  }

  @Override
  public Mat decode(ImageFormat format) {
    OpenCvLibrary.load();
    Mat pixels = new Mat(height, width, CvType.CV_8UC3);
    try {
      byte[] row = new byte[width * 3];
      for (int y = 0; y < height; y++) {
        readRow(topDown ? y : height - 1 - y, row);
        pixels.put(y, 0, row);
      }
      return pixels;
    } catch (Throwable failure) {
      pixels.release();
      throw failure;
    }
  }

  private void readRow(int stored, byte[] bgr) {
    long at = (long) rows.size() / height * stored;
    for (int x = 0; x < width; x++, at += bits / 8) {
      long pixel = bits == 16 ? rows.u16(at) : rows.u32(at);
      bgr[3 * x] = (byte) masks.blue().of(pixel);
      bgr[3 * x + 1] = (byte) masks.green().of(pixel);
      bgr[3 * x + 2] = (byte) masks.red().of(pixel);
    }
  }
}
