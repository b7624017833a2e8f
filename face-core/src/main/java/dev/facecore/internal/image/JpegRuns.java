package dev.facecore.internal.image;

/**
 * The codes of one AC table of a sequential scan, several looked up at once: what the next bits
 * pass over in a block (ITU-T T.81, annex F.2.2.2). Immutable.
 */
final class JpegRuns {
  /** So many bits are looked up; each table then has 8 kB, and all of a scan stay in the cache. */
  static final int BITS = 11;

  /** Coefficients of a block, and what the end of one passes at least. */
  private static final int COEFFICIENTS = 64;

  /** A run of 16 zeros, the only symbol without a value that does not end the block. */
  private static final int LONG_RUN = 0xF0;

  private final JpegHuffman codes;
  private final int[] entries = new int[1 << BITS];

  JpegRuns(JpegHuffman codes) {
    this.codes = codes;
    for (int next = 0; next < entries.length; next++) entries[next] = together(next);
  }

  /**
   * What the codes at the start of these bits pass together: from the lowest, in 8 bits each, bits
   * of the data with the last code's value, coefficients before the last code, and coefficients in
   * all; 0 where not even one code ends in them.
   */
  int entry(int next) {
    return entries[next];
  }

  /** Passes one code and its value, and returns how many coefficients they stand for. */
  int passOne(JpegBits bits) {
    return coefficients(codes.nextWithoutValue(bits));
  }

  private int together(int next) {
    int passed = 0;
    int used = 0;
    int before = 0;
    int all = 0;
    while (used < BITS && all < COEFFICIENTS) {
      int code = codes.quick(next << used & (1 << BITS) - 1, BITS);
      if (code == 0 || used + JpegHuffman.codeLength(code) > BITS) break;
      before = all;
      all += coefficients(JpegHuffman.symbol(code));
      used += JpegHuffman.wholeLength(code);
      passed = all << 16 | before << 8 | used;
    }
    return passed;
  }

  private static int coefficients(int symbol) {
    return symbol < LONG_RUN && (symbol & 0xF) == 0 ? COEFFICIENTS : (symbol >> 4) + 1;
  }
}
