package dev.facecore.internal.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A chunk that holds pixels: {@code VP8 } (RFC 6386) or {@code VP8L} (RFC 9649). */
record WebpBitstream(int width, int height, EncodedStream.Piece chunk) {
  private static final int HEADER = 8;
  private static final int SIDE = 0x3FFF;

  static boolean isAt(Bytes bytes, long at) {
    return bytes.has(at, "VP8 ") || bytes.has(at, "VP8L");
  }

  static WebpBitstream read(Bytes bytes, long at) {
    long length = bytes.u32(at + 4);
    Bytes content = bytes.slice(at + HEADER, length);
    EncodedStream.Piece chunk = bytes.piece(at, HEADER + length);
    if (bytes.has(at, "VP8 ")) {
      if (!content.has(3, "\u009D\u0001\u002A")) throw bytes.format().damaged();
      return new WebpBitstream(content.u16(6) & SIDE, content.u16(8) & SIDE, chunk);
    }
    if (!bytes.has(at, "VP8L") || content.u8(0) != 0x2F) throw bytes.format().damaged();
    long sides = content.u32(1);
    return new WebpBitstream((int) (sides & SIDE) + 1, (int) (sides >> 14 & SIDE) + 1, chunk);
  }

  /** A file that holds nothing but this. */
  EncodedStream alone() {
    byte[] padding = new byte[chunk.length() & 1];
    byte[] riff =
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("RIFF".getBytes(US_ASCII))
            .putInt(4 + chunk.length() + padding.length)
            .put("WEBP".getBytes(US_ASCII))
            .array();
    return new EncodedStream().add(riff).add(chunk).add(padding);
  }
}
