package dev.facecore.internal.image;

/**
 * One colour component of a JPEG frame, in blocks of 8 x 8 samples.
 *
 * @param table the number of its steps of quantisation
 * @param across blocks in a unit of an interleaved scan, side by side
 * @param down the same, one upon another
 * @param columns blocks in a row of a scan of this component alone
 * @param unitsAcross units in a row of an interleaved scan
 * @param nonZero of a progressive frame for every block which coefficients are not zero, as bits in
 *     zigzag order; else empty
 */
record JpegPlane(
    int id,
    int table,
    int across,
    int down,
    int columns,
    int rows,
    int unitsAcross,
    int unitsDown,
    long[] nonZero) {
  private static final int BLOCK = 8;
  private static final int MOST_SAMPLING = 4;

  /** Those of a frame header. */
  static JpegPlane[] of(Bytes frame, boolean progressive) {
    int height = frame.u16(1);
    int width = frame.u16(3);
    int[] sampling = new int[frame.u8(5)];
    int mostAcross = 1;
    int mostDown = 1;
    for (int i = 0; i < sampling.length; i++) {
      sampling[i] = frame.u8(7 + 3 * i);
      mostAcross = Math.max(mostAcross, valid(sampling[i] >> 4));
      mostDown = Math.max(mostDown, valid(sampling[i] & 0xF));
    }
    if (sampling.length > 4) throw ImageFormat.JPEG.damaged();
    JpegPlane[] planes = new JpegPlane[sampling.length];
    int unitsAcross = roundedUp(width, mostAcross * BLOCK);
    int unitsDown = roundedUp(height, mostDown * BLOCK);
    for (int i = 0; i < planes.length; i++) {
      int across = sampling[i] >> 4;
      int down = sampling[i] & 0xF;
      planes[i] =
          new JpegPlane(
              frame.u8(6 + 3 * i),
              frame.u8(8 + 3 * i),
              across,
              down,
              roundedUp(roundedUp(width * across, mostAcross), BLOCK),
              roundedUp(roundedUp(height * down, mostDown), BLOCK),
              unitsAcross,
              unitsDown,
              new long[progressive ? unitsAcross * across * unitsDown * down : 0]);
    }
    return planes;
  }

  /** Blocks from one row to the next. */
  int stride() {
    return unitsAcross * across;
  }

  private static int valid(int factor) {
    if (factor < 1 || factor > MOST_SAMPLING) throw ImageFormat.JPEG.damaged();
    return factor;
  }

  private static int roundedUp(int length, int part) {
    return (length + part - 1) / part;
  }
}
