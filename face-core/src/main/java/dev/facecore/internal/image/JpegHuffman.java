package dev.facecore.internal.image;

/** A table of Huffman codes (ITU-T T.81, annex C). Immutable. */
final class JpegHuffman {
  private static final int LONGEST = 16;

  /** Codes of up to so many bits are looked up at once. */
  private static final int QUICK = 10;

  private final byte[] symbols;

  /**
   * By the next bits: the symbol, the code's length, and that with the value's length, 8 bits each
   * from the lowest; 0 for longer codes.
   */
  private final int[] quick = new int[1 << QUICK];

  /** By length: the last code, -1 for none, and what leads from a code to its symbol. */
  private final int[] last = new int[LONGEST + 1];

  private final int[] toSymbol = new int[LONGEST + 1];

  private JpegHuffman(byte[] symbols) {
    this.symbols = symbols;
  }

  /**
   * Reads one from a segment of tables.
   *
   * @param at of the 16 counts, which the symbols follow
   */
  static JpegHuffman read(Bytes segment, int at) {
    byte[] symbols = new byte[size(segment, at)];
    for (int i = 0; i < symbols.length; i++) symbols[i] = (byte) segment.u8(at + LONGEST + i);
    JpegHuffman table = new JpegHuffman(symbols);
    int code = 0;
    int symbol = 0;
    for (int length = 1; length <= LONGEST; length++) {
      int count = segment.u8(at + length - 1);
      if (code + count > 1 << length) throw ImageFormat.JPEG.damaged();
      table.last[length] = count == 0 ? -1 : code + count - 1;
      table.toSymbol[length] = symbol - code;
      for (int i = 0; i < count; i++) table.put(code++, length, symbols[symbol++]);
      code <<= 1;
    }
    return table;
  }

  /** How many symbols the table at this place has. */
  static int size(Bytes segment, int at) {
    int size = 0;
    for (int i = 0; i < LONGEST; i++) size += segment.u8(at + i);
    if (size > 256) throw ImageFormat.JPEG.damaged();
    return size;
  }

  private void put(int code, int length, byte symbol) {
    if (length > QUICK) return;
    int from = code << QUICK - length;
    for (int i = 0; i < 1 << QUICK - length; i++) {
      quick[from + i] = length + (symbol & 0xF) << 16 | length << 8 | symbol & 0xFF;
    }
  }

  /** The next symbol; the bits for it and its value are there afterwards. */
  int next(JpegBits bits) {
    bits.need();
    int known = quick[bits.peek(QUICK)];
    if (known == 0) return longCode(bits);
    bits.skip(codeLength(known));
    return symbol(known);
  }

  /** The next symbol, or -1 where the bits are no code; the bits for its value are there then. */
  int nextValid(JpegBits bits) {
    bits.need();
    int known = quick[bits.peek(QUICK)];
    if (known == 0) return longCode(bits, -1);
    bits.skip(codeLength(known));
    return symbol(known);
  }

  /** Whether its symbols are lengths of differences, which have at most 15 bits. */
  boolean isOfDifferences() {
    for (byte symbol : symbols) {
      if ((symbol & 0xFF) > 15) return false;
    }
    return true;
  }

  /** The next symbol, with its value skipped. */
  int nextWithoutValue(JpegBits bits) {
    bits.need();
    int known = quick[bits.peek(QUICK)];
    if (known != 0) {
      bits.skip(wholeLength(known));
      return symbol(known);
    }
    int symbol = longCode(bits);
    bits.skip(symbol & 0xF);
    return symbol;
  }

  /**
   * The code at the start of so many bits, at least {@link #QUICK}, as {@link #symbol}, {@link
   * #codeLength} and {@link #wholeLength} take it apart; 0 for a longer one.
   */
  int quick(int bits, int count) {
    return quick[bits >>> count - QUICK];
  }

  static int symbol(int quick) {
    return quick & 0xFF;
  }

  static int codeLength(int quick) {
    return quick >> 8 & 0xFF;
  }

  /** The length of a code with its value. */
  static int wholeLength(int quick) {
    return quick >> 16;
  }

  // The native decoder takes a code that does not exist for 0 and goes on.
  private int longCode(JpegBits bits) {
    return longCode(bits, 0);
  }

  private int longCode(JpegBits bits, int otherwise) {
    for (int length = QUICK + 1; length <= LONGEST; length++) {
      int code = bits.peek(length);
      if (code <= last[length]) {
        bits.skip(length);
        return symbols[code + toSymbol[length]] & 0xFF;
      }
    }
    bits.skip(LONGEST + 1);
    return otherwise;
  }
}
