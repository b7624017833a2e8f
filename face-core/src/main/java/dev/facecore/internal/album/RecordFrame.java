package dev.facecore.internal.album;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How a record stands in the file: its length, the checksum of its content, the checksum of these
 * two, and the content. The head has a checksum of its own so that a length which was damaged is
 * not taken for a record that was cut off.
 */
final class RecordFrame {
  static final int HEAD = 12;

  private RecordFrame() {}

  /** The record of a content. */
  static byte[] of(byte[] content) {
    ByteBuffer record = ByteBuffer.allocate(HEAD + content.length);
    record.putInt(content.length).putInt(checksum(content, content.length));
    record.putInt(checksum(record.array(), 8)).put(content);
    return record.array();
  }

  static boolean isHead(byte[] head) {
    return ByteBuffer.wrap(head).getInt(8) == checksum(head, 8) && length(head) >= 0;
  }

  static int length(byte[] head) {
    return ByteBuffer.wrap(head).getInt(0);
  }

  static boolean fits(byte[] head, byte[] content) {
    return ByteBuffer.wrap(head).getInt(4) == checksum(content, content.length);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }
}
