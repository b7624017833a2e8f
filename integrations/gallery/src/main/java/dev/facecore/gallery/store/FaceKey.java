package dev.facecore.gallery.store;

import dev.facecore.Embedding;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Identifies a face by its values, so that the same image enrolled again has the same key. */
public final class FaceKey {
  private FaceKey() {}

  /** Returns the same key for the same values. */
  public static UUID of(Embedding face) {
    ByteBuffer bytes = ByteBuffer.allocate(face.size() * Float.BYTES);
    bytes.asFloatBuffer().put(face.values());
    return UUID.nameUUIDFromBytes(bytes.array());
  }
}
