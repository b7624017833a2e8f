package dev.facecore.internal.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;

/**
 * One operation of a network, as far as {@link PreluRewrite} reads and writes it; field numbers are
 * those of {@code NodeProto} in onnx.proto.
 */
record GraphNode(String operation, List<String> inputs, List<String> outputs) {
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int OPERATION = 4;
  private static final int ATTRIBUTE = 5;

  /** Reads a node. */
  static GraphNode of(WireField node) {
    List<WireField> fields = WireField.of(node.content());
    return new GraphNode(
        String.join("", texts(fields, OPERATION)), texts(fields, INPUT), texts(fields, OUTPUT));
  }

  private static List<String> texts(Collection<WireField> fields, int number) {
    return fields.stream().filter(field -> field.number() == number).map(WireField::text).toList();
  }

  /** Writes this node without attributes. */
  WireMessage toMessage() {
    WireMessage node = new WireMessage();
    inputs.forEach(input -> node.with(INPUT, input));
    outputs.forEach(output -> node.with(OUTPUT, output));
    return node.with(OPERATION, operation);
  }

  /** A convolution that multiplies each channel by its own factor. */
  static WireMessage factors(String input, String factors, int channels, String output) {
    return new GraphNode("Conv", List.of(input, factors), List.of(output))
        .toMessage()
        .with(ATTRIBUTE, Attribute.integer("group", channels));
  }

  /** A constant of [channels,1,1,1]: the kernels of {@link #factors}. */
  static WireMessage constant(String output, float[] values) {
    return new GraphNode("Constant", List.of(), List.of(output))
        .toMessage()
        .with(ATTRIBUTE, Attribute.kernels(values));
  }

  /** {@code AttributeProto}, and the {@code TensorProto} within. */
  private static final class Attribute {
    private static final int NAME = 1;
    private static final int INTEGER = 3;
    private static final int TENSOR = 5;
    private static final int TYPE = 20;
    private static final int TYPE_INTEGER = 2;
    private static final int TYPE_TENSOR = 4;

    static WireMessage integer(String name, long value) {
      return new WireMessage().with(NAME, name).with(INTEGER, value).with(TYPE, TYPE_INTEGER);
    }

    static WireMessage kernels(float[] values) {
      ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES);
      raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
      WireMessage tensor =
          new WireMessage()
              .with(GraphTensor.DIMENSION, values.length)
              .with(GraphTensor.DIMENSION, 1)
              .with(GraphTensor.DIMENSION, 1)
              .with(GraphTensor.DIMENSION, 1)
              .with(GraphTensor.TYPE, GraphTensor.FLOAT)
              .with(GraphTensor.RAW, raw.array());
      return new WireMessage().with(NAME, "value").with(TENSOR, tensor).with(TYPE, TYPE_TENSOR);
    }
  }
}
