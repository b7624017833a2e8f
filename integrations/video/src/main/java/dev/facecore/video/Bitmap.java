package dev.facecore.video;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Pixels as a Windows bitmap: lossless, and no slower to write than to copy. */
final class Bitmap {
  private static final int HEADER = 54;
  private static final int INFO_HEADER = 40;
  private static final int CHANNELS = 3;

  private Bitmap() {}

  /**
   * Encodes a picture, turned.
   *
   * @param pixels three bytes each: blue, green, red; row by row from the top
   * @param stride from one row to the next, in bytes
   * @param width before it is turned, in pixels
   * @param height before it is turned, in pixels
   * @param quarterTurns how often it is turned by 90 degrees clockwise, 0 to 3
   */
  static byte[] encode(ByteBuffer pixels, int stride, int width, int height, int quarterTurns) {
    int right = CHANNELS * (width - 1);
    int bottom = stride * (height - 1);
    return switch (quarterTurns) {
      case 0 -> copy(pixels, 0, CHANNELS, stride, width, height);
      case 1 -> copy(pixels, bottom, -stride, CHANNELS, height, width);
      case 2 -> copy(pixels, bottom + right, -CHANNELS, -stride, width, height);
      case 3 -> copy(pixels, right, stride, -CHANNELS, height, width);
      default ->
          throw new IllegalArgumentException("quarterTurns must be 0 to 3, got " + quarterTurns);
    };
  }

  /**
   * Copies pixels from the top left of the result on.
   *
   * @param first where its first pixel is among the given ones
   * @param across from one pixel to the one on its right, in bytes of the given ones
   * @param down from one pixel to the one below, in bytes of the given ones
   */
  private static byte[] copy(
      ByteBuffer pixels, int first, int across, int down, int width, int height) {
    int rowBytes = (CHANNELS * width + 3) / 4 * 4; // rows are padded to whole 32-bit words
    ByteBuffer bitmap = header(width, height, rowBytes);
    for (int y = 0; y < height; y++) {
      bitmap.position(HEADER + y * rowBytes);
      int at = first + y * down;
      for (int x = 0; x < width; x++, at += across) {
        bitmap.put(pixels.get(at)).put(pixels.get(at + 1)).put(pixels.get(at + 2));
      }
    }
    return bitmap.array();
  }

  private static ByteBuffer header(int width, int height, int rowBytes) {
    int size = Math.addExact(HEADER, Math.multiplyExact(rowBytes, height));
    ByteBuffer header = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 'B').put((byte) 'M').putInt(size).putInt(0).putInt(HEADER);
    header.putInt(INFO_HEADER).putInt(width).putInt(-height); // negative: the top row comes first
    header.putShort((short) 1).putShort((short) (8 * CHANNELS));
    return header;
  }
}
