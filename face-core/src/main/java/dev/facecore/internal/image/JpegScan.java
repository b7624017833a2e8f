package dev.facecore.internal.image;

/**
 * Reads the codes of one component in one scan, block by block (ITU-T T.81, annexes F.2.2 and
 * G.1.2), as far as it takes to find where they end.
 */
final class JpegScan {
  private static final int COEFFICIENTS = 64;

  /** A run of 16 zeros, and the symbol above which a run ends the block. */
  private static final int LONG_RUN = 15;

  private final JpegBits bits;
  private final JpegPlane plane;
  private final JpegHuffman dc;
  private final JpegHuffman ac;
  private final JpegRuns runs;
  private final int first;
  private final int last;
  private final boolean refines;
  private final boolean progressive;

  /** Blocks, this one included, that hold no further code. */
  private int emptyBlocks;

  JpegScan(
      JpegBits bits,
      JpegPlane plane,
      JpegHuffman dc,
      JpegHuffman ac,
      int first,
      int last,
      boolean refines,
      boolean progressive) {
    if (last >= COEFFICIENTS) throw ImageFormat.JPEG.damaged();
    this.bits = bits;
    this.plane = plane;
    this.dc = dc;
    this.ac = ac;
    runs = progressive || ac == null ? null : new JpegRuns(ac);
    this.first = first;
    this.last = last;
    this.refines = refines;
    this.progressive = progressive;
  }

  JpegPlane plane() {
    return plane;
  }

  boolean hasTables() {
    if (!progressive) return dc != null && ac != null;
    return first == 0 ? refines || dc != null : ac != null;
  }

  void restart() {
    emptyBlocks = 0;
  }

  /** The blocks of this component in a unit of several. */
  void unit(int x, int y) {
    for (int row = 0; row < plane.down(); row++) {
      int at = (y * plane.down() + row) * plane.stride() + x * plane.across();
      for (int column = 0; column < plane.across(); column++) block(at + column);
    }
  }

  void block(int index) {
    if (!progressive) sequential();
    else if (first > 0 && refines) refine(index);
    else if (first > 0) send(index);
    else if (refines) bits.skipAll(1);
    else dc.nextWithoutValue(bits);
  }

  private void sequential() {
    dc.nextWithoutValue(bits);
    bits.passRuns(runs);
  }

  private void send(int index) {
    if (emptyBlocks > 0) {
      emptyBlocks--;
      return;
    }
    for (int k = first; k <= last; k++) {
      int symbol = ac.next(bits);
      int size = symbol & 0xF;
      int run = symbol >> 4;
      if (size == 0 && run != LONG_RUN) {
        emptyBlocks = emptyBlocks(run) - 1;
        return;
      }
      bits.skip(size);
      k += run;
      if (size > 0 && k < COEFFICIENTS) plane.nonZero()[index] |= 1L << k;
    }
  }

  private int emptyBlocks(int length) {
    int more = bits.peek(length);
    bits.skip(length);
    return (1 << length) + more;
  }

  private void refine(int index) {
    int k = first;
    for (; emptyBlocks == 0 && k <= last; k++) {
      int symbol = ac.next(bits);
      int size = symbol & 0xF;
      int run = symbol >> 4;
      if (size > 0) bits.skip(1);
      else if (run != LONG_RUN) {
        emptyBlocks = emptyBlocks(run);
        break;
      }
      k = behindRun(index, k, run);
      if (size > 0 && k < COEFFICIENTS) plane.nonZero()[index] |= 1L << k;
    }
    if (emptyBlocks == 0) return;
    emptyBlocks--;
    long rest = k > last ? 0 : -1L << k & -1L >>> COEFFICIENTS - 1 - last;
    bits.skipAll(Long.bitCount(plane.nonZero()[index] & rest));
  }

  /** Passes so many zeros, with a bit for every other coefficient between them. */
  private int behindRun(int index, int from, int run) {
    long nonZero = plane.nonZero()[index];
    int zeros = run;
    int k = from;
    for (; k <= last; k++) {
      if ((nonZero >>> k & 1) != 0) bits.skipAll(1);
      else if (zeros-- == 0) break;
    }
    return k;
  }
}
