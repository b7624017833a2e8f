package dev.facecore.internal.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a Protocol Buffers message field by field. What is added is copied only at the end, once:
 * a network may be as large as the memory allows. Not thread-safe.
 */
final class WireMessage {
  private static final int VARINT = 0;
  private static final int LENGTH_PREFIXED = 2;

  private final List<ByteBuffer> parts = new ArrayList<>();

  WireMessage with(int number, String text) {
    return with(number, text.getBytes(StandardCharsets.UTF_8));
  }

  WireMessage with(int number, byte[] content) {
    return with(number, List.of(ByteBuffer.wrap(content)));
  }

  WireMessage with(int number, WireMessage message) {
    return with(number, message.parts);
  }

  private WireMessage with(int number, List<ByteBuffer> content) {
    parts.add(varints((long) number << 3 | LENGTH_PREFIXED, length(content)));
    parts.addAll(content);
    return this;
  }

  WireMessage with(int number, long value) {
    parts.add(varints((long) number << 3 | VARINT, value));
    return this;
  }

  /** A field of another message as it stands there. */
  WireMessage with(WireField field) {
    parts.add(field.whole());
    return this;
  }

  private static ByteBuffer varints(long... values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (long value : values) {
      long rest = value;
      for (; (rest & ~0x7FL) != 0; rest >>>= 7) bytes.write((int) (rest & 0x7F | 0x80));
      bytes.write((int) rest);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static int length(List<ByteBuffer> content) {
    return content.stream().mapToInt(ByteBuffer::remaining).reduce(0, Math::addExact);
  }

  byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(length(parts));
    for (ByteBuffer part : parts) bytes.put(part.duplicate());
    return bytes.array();
  }
}
