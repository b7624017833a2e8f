package dev.facecore.internal.image;

import java.util.Arrays;

/**
 * What the scans of a JPEG file have sent so far: for every component and coefficient the lowest
 * bit that has arrived (ITU-T T.81, annex G).
 */
final class JpegScans {
  /**
   * Encoders write ten or so; thousands of empty ones would each cost a pass over all pixels, a
   * tenth of a second for 50 million.
   */
  private static final int MOST_SCANS = 100;

  private static final long MOST_SCANNED_PIXELS = 1_000_000_000;

  private static final int COEFFICIENTS = 64;
  private static final int NOT_SENT = 0xFF;

  private final long pixels;
  private final boolean progressive;
  private final int[] components;
  private final int[][] lowestBit;
  private int count;

  private JpegScans(long pixels, boolean progressive, int[] components) {
    this.pixels = pixels;
    this.progressive = progressive;
    this.components = components;
    lowestBit = new int[components.length][COEFFICIENTS];
    for (int[] bits : lowestBit) Arrays.fill(bits, NOT_SENT);
  }

  /** None yet, of the components that a frame header names. */
  static JpegScans of(Bytes frame, boolean progressive) {
    int[] components = new int[frame.u8(5)];
    for (int i = 0; i < components.length; i++) components[i] = frame.u8(6 + 3 * i);
    long pixels = (long) frame.u16(1) * frame.u16(3);
    return new JpegScans(pixels, progressive, components);
  }

  void add(Bytes scan) {
    count++;
    if (count > MOST_SCANS) {
      throw ImageFormat.JPEG.unsupported("more than " + MOST_SCANS + " scans");
    }
    if (count * pixels > MOST_SCANNED_PIXELS) {
      throw ImageFormat.JPEG.unsupported(count + " scans of " + pixels + " pixels");
    }
    int sent = scan.u8(0);
    int first = scan.u8(1 + 2 * sent);
    int last = scan.u8(2 + 2 * sent);
    int lowest = scan.u8(3 + 2 * sent) & 0xF;
    for (int i = 0; i < sent; i++) {
      int component = scan.u8(1 + 2 * i);
      if (progressive) send(component, first, last, lowest);
      else send(component, 0, COEFFICIENTS - 1, 0);
    }
  }

  private void send(int component, int first, int last, int lowest) {
    for (int i = 0; i < components.length; i++) {
      if (components[i] != component) continue;
      for (int k = first; k <= Math.min(last, COEFFICIENTS - 1); k++) lowestBit[i][k] = lowest;
    }
  }

  /** Whether no component was sent more than once. */
  boolean isSequential() {
    return !progressive && count <= components.length;
  }

  /** Whether every coefficient has been sent to its last bit. */
  boolean isComplete() {
    return Arrays.stream(lowestBit).flatMapToInt(Arrays::stream).allMatch(bit -> bit == 0);
  }
}
