package dev.facecore.internal.image;

import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Reads the run-length codes of a bitmap. The native decoder continues a run that is longer than
 * its row in the next one; writers that code rows at their padded length make such runs, and every
 * other reader cuts them off.
 *
 * @param codes from the first row stored, which is the lowest one, on
 * @param palette 4 bytes a colour: blue, green, red and one that means nothing
 * @param bits 4 or 8 for one pixel
 */
record BmpRlePixels(Bytes codes, Bytes palette, int width, int height, int bits)
    implements PixelSource {
  private static final int COLOUR = 4;
  private static final int END_OF_ROW = 0;
  private static final int END = 1;
  private static final int MOVE = 2;

  @Override
  public Mat decode(ImageFormat format) {
    OpenCvLibrary.load();
    byte[] indices = new byte[Math.multiplyExact(width, height)];
    read(indices);
    Mat pixels = new Mat(height, width, CvType.CV_8UC3);
    try {
      byte[] row = new byte[width * 3];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) colour(indices[y * width + x] & 0xFF, row, 3 * x);
        pixels.put(height - 1 - y, 0, row);
      }
      return pixels;
    } catch (Throwable failure) {
      pixels.release();
      throw failure;
    }
  }

  private void colour(int index, byte[] bgr, int to) {
    for (int channel = 0; channel < 3; channel++) {
      long at = (long) COLOUR * index + channel;
      // A pixel may name a colour that the palette lacks: black, as others show it.
      bgr[to + channel] = at < palette.size() ? (byte) palette.u8(at) : 0;
    }
  }

  /** Reads codes until their end mark or the last row's end. */
  private void read(byte[] indices) {
    int x = 0;
    int y = 0;
    for (long at = 0; y < height; ) {
      int count = codes.u8(at);
      int value = codes.u8(at + 1);
      at += 2;
      if (count > 0) {
        int seen = Math.min(count, width - x);
        for (int i = 0; i < seen; i++) set(indices, x + i, y, nibble(value, i));
        x += seen;
      } else if (value == END_OF_ROW) {
        x = 0;
        y++;
      } else if (value == END) {
        return;
      } else if (value == MOVE) {
        x = Math.min(width, x + codes.u8(at));
        y += codes.u8(at + 1);
        at += 2;
      } else {
        int seen = Math.min(value, width - x);
        for (int i = 0; i < seen; i++) {
          set(indices, x + i, y, nibble(codes.u8(at + (long) i * bits / 8), i));
        }
        x += seen;
        at += ((long) value * bits / 8 + (value * bits % 8 > 0 ? 1 : 0) + 1) / 2 * 2;
      }
      if (x >= width && isLastRow(y)) return;
    }
  }

  private boolean isLastRow(int y) {
    return y == height - 1;
  }

  /** One of two pixels of a byte, or all of it. */
  private int nibble(int value, int number) {
    if (bits == 8) return value;
    return number % 2 == 0 ? value >> 4 : value & 0xF;
  }

  private void set(byte[] indices, int x, int y, int index) {
    if (x < width && y < height) indices[y * width + x] = (byte) index;
  }
}
