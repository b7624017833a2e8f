package dev.facecore.internal.image;

/**
 * From luma and chroma samples to blue, green and red (ITU-T T.871), in the same fixed-point
 * arithmetic as the native decoder. Stateless and thread-safe.
 */
final class JpegColour {
  private static final int BITS = 16;
  private static final int HALF = 1 << BITS - 1;
  private static final int NEUTRAL = 128;

  private static final int[] RED = new int[256];
  private static final int[] BLUE = new int[256];
  private static final int[] GREEN_OF_RED = new int[256];
  private static final int[] GREEN_OF_BLUE = new int[256];

  static {
    for (int i = 0; i < 256; i++) {
      int x = i - NEUTRAL;
      RED[i] = fixed(1.402) * x + HALF >> BITS;
      BLUE[i] = fixed(1.772) * x + HALF >> BITS;
      GREEN_OF_RED[i] = -fixed(0.71414) * x;
      GREEN_OF_BLUE[i] = -fixed(0.34414) * x + HALF;
    }
  }

  private JpegColour() {}

  private static int fixed(double factor) {
    return (int) (factor * (1 << BITS) + 0.5);
  }

  /** Converts a row of {@code width} pixels. */
  static void row(
      byte[] luma,
      int lumaAt,
      byte[] blue,
      int blueAt,
      byte[] red,
      int redAt,
      byte[] bgr,
      int to,
      int width) {
    int at = to;
    for (int x = 0; x < width; x++) {
      int y = luma[lumaAt + x] & 0xFF;
      int cb = blue[blueAt + x] & 0xFF;
      int cr = red[redAt + x] & 0xFF;
      bgr[at] = clamped(y + BLUE[cb]);
      bgr[at + 1] = clamped(y + (GREEN_OF_BLUE[cb] + GREEN_OF_RED[cr] >> BITS));
      bgr[at + 2] = clamped(y + RED[cr]);
      at += 3;
    }
  }

  /** Repeats a row of {@code width} grey samples. */
  static void grey(byte[] luma, int from, byte[] bgr, int to, int width) {
    for (int x = 0; x < width; x++) {
      byte y = luma[from + x];
      bgr[to + 3 * x] = y;
      bgr[to + 3 * x + 1] = y;
      bgr[to + 3 * x + 2] = y;
    }
  }

  /**
   * Makes two samples of each of a row: of fewer than three, or where one stands for a whole block,
   * by repeating it, else by weighing it with the nearer neighbour, 3 to 1.
   */
  static void widened(byte[] row, int from, int samples, boolean smooth, byte[] to) {
    if (!smooth || samples < 3) {
      for (int x = 0; x < samples; x++) {
        to[2 * x] = row[from + x];
        to[2 * x + 1] = row[from + x];
      }
      return;
    }
    int before = row[from] & 0xFF;
    int here = before;
    for (int x = 0; x < samples; x++) {
      int after = x + 1 < samples ? row[from + x + 1] & 0xFF : here;
      to[2 * x] = (byte) (x == 0 ? here : 3 * here + before + 1 >> 2);
      to[2 * x + 1] = (byte) (x + 1 == samples ? here : 3 * here + after + 2 >> 2);
      before = here;
      here = after;
    }
  }

  private static byte clamped(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
