package dev.facecore.examples.extract;

import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * One face in the work file; nothing is lost on the way through it.
 *
 * @param unit the embedding's values, four bytes each, big-endian
 * @param headshot a JPEG file
 */
record StoredFace(
    Box box,
    FaceLandmarks landmarks,
    double confidence,
    double quality,
    String model,
    double rawLength,
    byte[] unit,
    byte[] headshot,
    FaceThumbnail thumbnail) {
  /** Stands for every headshot while faces are grouped, which does not look at them. */
  private static final Headshot NOT_LOADED = Headshot.ofJpeg(new byte[0]);

  static StoredFace of(Face face, FaceThumbnail thumbnail) {
    Embedding embedding = face.embedding();
    ByteBuffer unit = ByteBuffer.allocate(embedding.size() * Float.BYTES);
    unit.asFloatBuffer().put(embedding.values());
    return new StoredFace(
        face.box(),
        face.landmarks(),
        face.confidence(),
        face.quality(),
        embedding.model(),
        embedding.rawLength(),
        unit.array(),
        face.headshot().jpeg(),
        thumbnail);
  }

  Embedding embedding() {
    FloatBuffer stored = ByteBuffer.wrap(unit).asFloatBuffer();
    float[] values = new float[stored.remaining()];
    stored.get(values);
    return Embedding.restored(model, values, rawLength);
  }

  /** The face for grouping: without its headshot, which takes twice the memory of all the rest. */
  Face forGrouping(int imageIndex) {
    return new Face(imageIndex, box, landmarks, confidence, quality, embedding(), NOT_LOADED);
  }
}
