package dev.facecore.internal.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Builds the boxes that pixels and their descriptions travel in. */
final class Containers {
  /** The signature and IHDR. */
  private static final int PNG_HEAD = 8 + 25;

  private Containers() {}

  static byte[] pngChunk(String type, byte[] content) {
    byte[] body = TestPictures.joined(type.getBytes(ISO_8859_1), content);
    CRC32 crc = new CRC32();
    crc.update(body);
    return ByteBuffer.allocate(8 + body.length)
        .putInt(content.length)
        .put(body)
        .putInt((int) crc.getValue())
        .array();
  }

  /** The file with chunks put in behind its header. */
  static byte[] withPngChunks(byte[] png, byte[]... chunks) {
    return TestPictures.joined(
        Arrays.copyOf(png, PNG_HEAD),
        TestPictures.joined(chunks),
        Arrays.copyOfRange(png, PNG_HEAD, png.length));
  }

  /** The file with a segment put in behind its start mark. */
  static byte[] withJpegSegment(byte[] jpeg, int marker, byte[] content) {
    byte[] head =
        ByteBuffer.allocate(6)
            .put(Arrays.copyOf(jpeg, 2))
            .put((byte) 0xFF)
            .put((byte) marker)
            .putShort((short) (content.length + 2))
            .array();
    return TestPictures.joined(head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  static byte[] riffChunk(String type, byte[] content) {
    byte[] head =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(type.getBytes(ISO_8859_1))
            .putInt(content.length)
            .array();
    return TestPictures.joined(head, content, new byte[content.length & 1]);
  }

  static byte[] webp(byte[]... chunks) {
    return riffChunk(
        "RIFF", TestPictures.joined("WEBP".getBytes(ISO_8859_1), TestPictures.joined(chunks)));
  }

  /** The one chunk of a simple WebP file. */
  static byte[] bitstream(byte[] webp) {
    return Arrays.copyOfRange(webp, 12, webp.length);
  }

  static byte[] vp8x(int flags, int width, int height) {
    ByteBuffer content = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags);
    return riffChunk("VP8X", threes(content, width - 1, height - 1).array());
  }

  static byte[] animationFrame(int x, int y, int width, int height, byte[] chunks) {
    ByteBuffer head = ByteBuffer.allocate(16);
    threes(head, x / 2, y / 2, width - 1, height - 1, 100);
    return riffChunk("ANMF", TestPictures.joined(head.array(), chunks));
  }

  private static ByteBuffer threes(ByteBuffer target, int... values) {
    for (int value : values) {
      target.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }
    return target;
  }

  /** An EXIF block without a prefix that holds nothing but an orientation. */
  static byte[] exif(int orientation, ByteOrder order) {
    return ByteBuffer.allocate(26)
        .order(order)
        .put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(ISO_8859_1))
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 274)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }
}
