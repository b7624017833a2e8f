package dev.facecore.http.request;

import java.util.Arrays;

/**
 * Decodes base64 that arrives byte by byte, as the Infra Standard's forgiving-base64 decode has it:
 * white space is skipped, padding may be left out, bits left over are dropped. Not thread-safe.
 */
final class ForgivingBase64 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int NONE = -1;
  private static final byte[] VALUES = values();

  /** By byte: the values of the standard alphabet, and -1 for whatever needs a closer look. */
  private static final byte[] PLAIN = plain();

  private static final int UNIT = 4;
  private static final int MOST_PADDING = 2;

  private final BoundedBytes decoded;
  private final byte[] block = new byte[3 * 1024];
  private int used;
  private int bits;
  private int inUnit;
  private int padding;
  private boolean urlSafe;
  private boolean wrong;

  ForgivingBase64(BoundedBytes decoded) {
    this.decoded = decoded;
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) NONE);
    for (int i = 0; i < ALPHABET.length(); i++) values[ALPHABET.charAt(i)] = (byte) i;
    values['-'] = values['+'];
    values['_'] = values['/'];
    return values;
  }

  private static byte[] plain() {
    byte[] plain = Arrays.copyOf(VALUES, 256);
    Arrays.fill(plain, VALUES.length, plain.length, (byte) NONE);
    plain['-'] = NONE;
    plain['_'] = NONE;
    return plain;
  }

  /**
   * Adds whole units of four plain characters, as nearly all of a text consists of: ten times as
   * fast as one by one.
   *
   * @return where the first character stands that was not added
   */
  int addUnits(byte[] text, int from, int to) {
    if (wrong || inUnit > 0 || padding > 0) return from;
    int at = from;
    for (; at + UNIT <= to; at += UNIT) {
      int unit =
          PLAIN[text[at] & 0xFF] << 18
              | PLAIN[text[at + 1] & 0xFF] << 12
              | PLAIN[text[at + 2] & 0xFF] << 6
              | PLAIN[text[at + 3] & 0xFF];
      if (unit < 0) return at;
      bits = unit;
      endUnit();
    }
    return at;
  }

  void add(int character) {
    if (wrong || isSpace(character)) return;
    if (character == '=') {
      wrong = ++padding > MOST_PADDING;
      return;
    }
    int value = character < VALUES.length ? VALUES[character] : NONE;
    wrong = value == NONE || padding > 0;
    urlSafe |= character == '-' || character == '_';
    bits = bits << 6 | value;
    if (++inUnit == UNIT) endUnit();
  }

  private void endUnit() {
    block[used++] = (byte) (bits >> 16);
    block[used++] = (byte) (bits >> 8);
    block[used++] = (byte) bits;
    inUnit = 0;
    if (used == block.length) handOn();
  }

  private void handOn() {
    decoded.write(block, 0, used);
    used = 0;
  }

  /** Ends the text. */
  void end() {
    wrong |= inUnit == 1 || padding > 0 && inUnit + padding != UNIT;
    if (inUnit == 2) block[used++] = (byte) (bits >> 4);
    if (inUnit == 3) {
      block[used++] = (byte) (bits >> 10);
      block[used++] = (byte) (bits >> 2);
    }
    if (!wrong) handOn();
  }

  /** Whether the text is no base64 of any form. */
  boolean isWrong() {
    return wrong;
  }

  /** Whether the text has characters of the URL-safe alphabet in place of {@code +} and /. */
  boolean isUrlSafe() {
    return urlSafe;
  }

  /** ASCII white space. */
  static boolean isSpace(int character) {
    return switch (character) {
      case ' ', '\t', '\n', '\f', '\r' -> true;
      default -> false;
    };
  }
}
