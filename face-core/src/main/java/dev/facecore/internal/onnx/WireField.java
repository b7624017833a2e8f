package dev.facecore.internal.onnx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of a Protocol Buffers message, which is what an ONNX file is. The bytes are views of
 * the file, not copies.
 *
 * @param whole the field as it stands in the message, its key included
 * @param content what follows the key, and the length where there is one
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
 */
record WireField(int number, ByteBuffer whole, ByteBuffer content) {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH_PREFIXED = 2;
  private static final int FOUR_BYTES = 5;

  /**
   * The fields of a message in their order.
   *
   * @throws IllegalArgumentException if it is none
   */
  static List<WireField> of(ByteBuffer message) {
    ByteBuffer rest = message.slice();
    List<WireField> fields = new ArrayList<>();
    try {
      while (rest.hasRemaining()) fields.add(next(rest));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the message ends within a field", e);
    }
    return fields;
  }

  private static WireField next(ByteBuffer rest) {
    int start = rest.position();
    long key = varint(rest);
    int type = (int) (key & 7);
    long length =
        switch (type) {
          case VARINT -> lengthOfVarint(rest);
          case EIGHT_BYTES -> 8;
          case LENGTH_PREFIXED -> varint(rest);
          case FOUR_BYTES -> 4;
          default -> throw new IllegalArgumentException("a field has the type " + type);
        };
    if (length < 0 || length > rest.remaining()) throw new BufferUnderflowException();
    int content = rest.position();
    rest.position(content + (int) length);
    return new WireField(
        (int) (key >>> 3),
        rest.slice(start, rest.position() - start),
        rest.slice(content, (int) length));
  }

  private static int lengthOfVarint(ByteBuffer rest) {
    ByteBuffer ahead = rest.slice();
    varint(ahead);
    return ahead.position();
  }

  private static long varint(ByteBuffer from) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = from.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) return value;
    }
    throw new IllegalArgumentException("a number is longer than 64 bits");
  }

  /** The content as text. */
  String text() {
    return StandardCharsets.UTF_8.decode(content.slice()).toString();
  }

  /** The content as one number. */
  long integer() {
    return varint(content.slice());
  }

  /** The content as numbers, one or packed. */
  List<Long> integers() {
    List<Long> all = new ArrayList<>();
    for (ByteBuffer rest = content.slice(); rest.hasRemaining(); ) all.add(varint(rest));
    return all;
  }
}
