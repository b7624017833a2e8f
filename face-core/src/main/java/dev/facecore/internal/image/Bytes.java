package dev.facecore.internal.image;

/**
 * A stretch of encoded data read at positions of its own. Reading past its end says that the data
 * end early, so a parser needs no checks of length and can throw nothing else.
 */
final class Bytes {
  private final ImageFormat format;
  private final byte[] data;
  private final int start;
  private final int size;
  private final boolean littleEndian;

  private Bytes(ImageFormat format, byte[] data, int start, int size, boolean littleEndian) {
    this.format = format;
    this.data = data;
    this.start = start;
    this.size = size;
    this.littleEndian = littleEndian;
  }

  static Bytes bigEndian(ImageFormat format, byte[] data) {
    return new Bytes(format, data, 0, data.length, false);
  }

  static Bytes littleEndian(ImageFormat format, byte[] data) {
    return new Bytes(format, data, 0, data.length, true);
  }

  /** The same bytes in another order. */
  Bytes ordered(boolean little) {
    return new Bytes(format, data, start, size, little);
  }

  Bytes slice(long at, long length) {
    require(at, length);
    return new Bytes(format, data, start + (int) at, (int) length, littleEndian);
  }

  int size() {
    return size;
  }

  boolean littleEndian() {
    return littleEndian;
  }

  ImageFormat format() {
    return format;
  }

  void require(long at, long length) {
    if (at < 0 || length < 0 || at > size - length) throw format.endsEarly();
  }

  int u8(long at) {
    require(at, 1);
    return data[start + (int) at] & 0xFF;
  }

  int u16(long at) {
    int first = u8(at);
    int second = u8(at + 1);
    return littleEndian ? second << 8 | first : first << 8 | second;
  }

  int u24(long at) {
    return littleEndian ? u16(at) | u8(at + 2) << 16 : u8(at) << 16 | u16(at + 1);
  }

  long u32(long at) {
    long first = u16(at);
    long second = u16(at + 2);
    return littleEndian ? second << 16 | first : first << 16 | second;
  }

  int s32(long at) {
    return (int) u32(at);
  }

  /** Values of 2^63 and more come out negative, and are refused as a position. */
  long u64(long at) {
    long first = u32(at);
    long second = u32(at + 4);
    return littleEndian ? second << 32 | first : first << 32 | second;
  }

  /** Whether these characters stand here; false where the data end before. */
  boolean has(long at, String ascii) {
    if (at < 0 || at > size - ascii.length()) return false;
    for (int i = 0; i < ascii.length(); i++) {
      if (u8(at + i) != ascii.charAt(i)) return false;
    }
    return true;
  }

  /** The first position from {@code at} on that holds the value, or {@link #size()}. */
  int find(int at, int value) {
    byte wanted = (byte) value;
    int end = start + size;
    int i = start + at;
    while (i < end && data[i] != wanted) i++;
    return Math.min(i, end) - start;
  }

  /** The bytes from {@code at} on, as a piece of what the native decoder is given. */
  EncodedStream.Piece piece(long at, long length) {
    require(at, length);
    return new EncodedStream.Piece(data, start + (int) at, (int) length);
  }
}
