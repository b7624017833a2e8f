package dev.facecore.internal.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights of one layer; field numbers are those of {@code TensorProto} in onnx.proto.
 *
 * @param dimensions its shape
 * @param type {@link #FLOAT} or another
 * @param raw little-endian; null where the values are kept in another way
 */
record GraphTensor(String name, List<Long> dimensions, long type, ByteBuffer raw) {
  static final int DIMENSION = 1;
  static final int TYPE = 2;
  static final int PACKED_FLOATS = 4;
  static final int NAME = 8;
  static final int RAW = 9;

  /** The type of 32-bit numbers. */
  static final int FLOAT = 1;

  /** Reads a tensor. */
  static GraphTensor of(WireField tensor) {
    List<Long> dimensions = new ArrayList<>();
    String name = "";
    long type = 0;
    ByteBuffer raw = null;
    for (WireField field : WireField.of(tensor.content())) {
      switch (field.number()) {
        case DIMENSION -> dimensions.addAll(field.integers());
        case TYPE -> type = field.integer();
        case NAME -> name = field.text();
        // Packed 32-bit numbers are stored just as raw ones are.
        case RAW, PACKED_FLOATS -> raw = field.content();
        default -> {}
      }
    }
    return new GraphTensor(name, dimensions, type, raw);
  }

  /** Whether it holds one 32-bit number for each channel of [1,C,H,W]. */
  boolean isPerChannel(long channels) {
    boolean shaped =
        dimensions.equals(List.of(channels, 1L, 1L))
            || dimensions.equals(List.of(1L, channels, 1L, 1L));
    return shaped && type == FLOAT && raw != null && raw.remaining() == channels * Float.BYTES;
  }

  /** Its numbers. */
  float[] floats() {
    float[] values = new float[raw.remaining() / Float.BYTES];
    raw.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
