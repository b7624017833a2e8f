package dev.facecore;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The binary form of an embedding, big-endian: a version byte; the model's length in bytes as a
 * short and its UTF-8; the raw length as a double; the number of values as an int and the values as
 * floats.
 */
final class EmbeddingBytes {
  private static final byte VERSION = 1;

  private EmbeddingBytes() {}

  static byte[] write(Embedding embedding) {
    byte[] model = embedding.model().getBytes(StandardCharsets.UTF_8);
    if (model.length > 0xFFFF) {
      throw new IllegalArgumentException(
          "model must have at most 65535 bytes, got " + model.length);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(1 + 2 + model.length + 8 + 4 + embedding.size() * Float.BYTES);
    bytes.put(VERSION).putShort((short) model.length).put(model);
    bytes.putDouble(embedding.rawLength()).putInt(embedding.size());
    for (int i = 0; i < embedding.size(); i++) bytes.putFloat(embedding.value(i));
    return bytes.array();
  }

  static Embedding read(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    try {
      byte version = bytes.get();
      if (version != VERSION) throw damaged("version " + version);
      byte[] model = new byte[bytes.getShort() & 0xFFFF];
      bytes.get(model);
      double rawLength = bytes.getDouble();
      int size = bytes.getInt();
      if (size < 1 || bytes.remaining() != (long) size * Float.BYTES) {
        throw damaged(size + " values in " + bytes.remaining() + " bytes");
      }
      float[] values = new float[size];
      bytes.asFloatBuffer().get(values);
      return Embedding.restored(new String(model, StandardCharsets.UTF_8), values, rawLength);
    } catch (BufferUnderflowException e) {
      throw damaged(encoded.length + " bytes");
    }
  }

  private static IllegalArgumentException damaged(String got) {
    return new IllegalArgumentException(
        "bytes must be what Embedding.toBytes gave, got " + got + "; embed the face again");
  }
}
