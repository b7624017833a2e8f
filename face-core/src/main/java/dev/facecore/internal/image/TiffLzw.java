package dev.facecore.internal.image;

/** Counts what LZW data (TIFF 6.0, section 13) decode to, without decoding them. */
final class TiffLzw {
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST = 258;
  private static final int MOST = 4096;

  private TiffLzw() {}

  static boolean yields(Bytes data, long bytes) {
    // Data of before TIFF 6.0 are packed from the other end; they begin with their clear code.
    if (data.size() > 1 && data.u8(0) == 0 && (data.u8(1) & 1) == 1) return true;
    int[] lengths = new int[MOST + 1];
    int next = FIRST;
    int width = 9;
    int previous = 0;
    long written = 0;
    long bits = data.size() * 8L;
    for (long at = 0; at + width <= bits && written < bytes; ) {
      int code = code(data, at, width);
      at += width;
      if (code == END) break;
      if (code == CLEAR) {
        next = FIRST;
        width = 9;
        previous = 0;
        continue;
      }
      if (code > next || code == next && previous == 0) return false;
      // A string is the one before it and one byte more.
      if (previous > 0 && next < MOST) lengths[next++] = previous + 1;
      previous = code < CLEAR ? 1 : lengths[code];
      if (previous == 0) return false;
      written += previous;
      // Codes grow one entry early, as every TIFF writer has it.
      if (next >= (1 << width) - 1 && width < 12) width++;
    }
    return written >= bytes;
  }

  private static int code(Bytes data, long at, int width) {
    int byteAt = (int) (at >> 3);
    int window = data.u8(byteAt) << 16;
    if (byteAt + 1 < data.size()) window |= data.u8(byteAt + 1) << 8;
    if (byteAt + 2 < data.size()) window |= data.u8(byteAt + 2);
    return window >> 24 - width - (int) (at & 7) & (1 << width) - 1;
  }
}
