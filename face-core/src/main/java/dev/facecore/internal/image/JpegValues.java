package dev.facecore.internal.image;

/**
 * The codes of one AC table of a sequential scan with the values that follow them, up to two looked
 * up together (ITU-T T.81, annex F.2.2.2). Immutable.
 */
final class JpegValues {
  /**
   * So many bits are looked up; each table then has 16 kB, and those of a scan stay in the cache.
   */
  static final int BITS = 11;

  /** What the end of a block passes: more than any other codes can reach. */
  static final int END = 128;

  /** A run of 16 zeros, the only symbol without a value that does not end the block. */
  private static final int LONG_RUN = 0xF0;

  private final JpegHuffman codes;
  private final long[] entries = new long[1 << BITS];

  JpegValues(JpegHuffman codes) {
    this.codes = codes;
    for (int next = 0; next < entries.length; next++) entries[next] = together(next);
  }

  /**
   * What the codes in the last {@link #BITS} of these bits stand for, as the methods below take it
   * apart; 0 where not even one ends in them with its value.
   */
  long entry(int next) {
    return entries[next & (1 << BITS) - 1];
  }

  /** Bits of the codes and their values. */
  static int length(long entry) {
    return (int) entry & 0xFF;
  }

  /** How many coefficients the first code passes, the one with its value included. */
  static int first(long entry) {
    return (int) entry >> 8 & 0xFF;
  }

  /** The value of the first code, 0 for a code that has none. */
  static int firstValue(long entry) {
    return (int) entry >> 16;
  }

  /** How many coefficients the second code passes; 0 for none. */
  static int second(long entry) {
    return (int) (entry >> 32) & 0xFF;
  }

  /** The value of the second code, or once more that of the first. */
  static int secondValue(long entry) {
    return (int) (entry >> 48);
  }

  /**
   * Reads one code of any length with its value.
   *
   * @return as of {@link #entry} but with a length of 0; -1 for a code that does not exist
   */
  long readOne(JpegBits bits) {
    int symbol = codes.nextValid(bits);
    if (symbol < 0) return -1;
    int size = symbol & 0xF;
    int value = extended(bits.peek(size), size);
    bits.skip(size);
    return entry(0, passed(symbol), value, 0, value);
  }

  /** The number that so many bits after a code stand for (annex F.2.2.1). */
  static int extended(int bits, int size) {
    return size > 0 && bits < 1 << size - 1 ? bits - (1 << size) + 1 : bits;
  }

  private long together(int next) {
    int one = codes.quick(next, BITS);
    int length = JpegHuffman.wholeLength(one);
    if (one == 0 || length > BITS) return 0;
    int passed = passed(JpegHuffman.symbol(one));
    int value = value(next, one, length);
    int other = codes.quick(next << length & (1 << BITS) - 1, BITS);
    int both = length + JpegHuffman.wholeLength(other);
    if (passed == END || other == 0 || both > BITS) return entry(length, passed, value, 0, value);
    return entry(both, passed, value, passed(JpegHuffman.symbol(other)), value(next, other, both));
  }

  private static int value(int next, int code, int end) {
    int size = JpegHuffman.symbol(code) & 0xF;
    return extended(next >> BITS - end & (1 << size) - 1, size);
  }

  private static int passed(int symbol) {
    return symbol < LONG_RUN && (symbol & 0xF) == 0 ? END : (symbol >> 4) + 1;
  }

  private static long entry(int length, int first, int firstValue, int second, int secondValue) {
    return (long) secondValue << 48
        | (long) second << 32
        | firstValue << 16 & 0xFFFFFFFFL
        | first << 8
        | length;
  }
}
