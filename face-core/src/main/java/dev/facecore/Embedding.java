package dev.facecore;

import dev.facecore.internal.check.Require;
import java.util.Arrays;

/**
 * A face as a unit vector: the cosine similarity of two embeddings of one model says how alike two
 * faces are.
 *
 * <pre>{@code
 * byte[] saved = face.embedding().toBytes();
 * double similarity = Embedding.fromBytes(saved).similarity(other.embedding());
 * }</pre>
 *
 * <p>Immutable and thread-safe. It is biometric data of a person: see the README before storing it.
 * Embeddings of different models cannot be compared: {@link #similarity} refuses them.
 *
 * @param model the identity of the model that made this embedding
 * @param values the unit vector; the array is copied, in and out
 * @param rawLength the length that the vector had before it was normalised; a face's quality is
 *     read from it
 */
public record Embedding(String model, float[] values, double rawLength) {
  /**
   * Restores a saved embedding as {@link #restored} does; libraries that read records, such as
   * Jackson, call it.
   *
   * @throws IllegalArgumentException if the vector has not length 1 within 1e-3, or the raw length
   *     is negative or not finite
   */
  public Embedding {
    Require.present("model", model);
    Require.notNegative("rawLength", rawLength);
    values = Require.present("values", values).clone();
    double squares = 0;
    for (float value : values) squares += (double) value * value;
    if (!(Math.abs(Math.sqrt(squares) - 1) <= 1e-3)) {
      throw new IllegalArgumentException("values must have length 1, got " + Math.sqrt(squares));
    }
  }

  /**
   * Normalises what a network returned to length 1; the array is copied.
   *
   * @param model the identity of the model, such as {@code ArcFace}
   * @throws IllegalArgumentException if the vector is empty, zero or contains a value that is not
   *     finite
   */
  public static Embedding of(String model, float... raw) {
    Require.present("model", model);
    Require.present("raw", raw);
    double squares = 0;
    for (int i = 0; i < raw.length; i++) {
      if (!Float.isFinite(raw[i])) {
        throw new IllegalArgumentException(
            "embedding value " + i + " must be finite, got " + raw[i]);
      }
      squares += (double) raw[i] * raw[i];
    }
    double length = Math.sqrt(squares);
    if (length == 0) {
      throw new IllegalArgumentException(
          "an embedding of " + raw.length + " values must not have length 0");
    }
    float[] unit = new float[raw.length];
    for (int i = 0; i < raw.length; i++) unit[i] = (float) (raw[i] / length);
    return new Embedding(model, unit, length);
  }

  /**
   * Restores a saved embedding, bit for bit: normalising a unit vector again would change its last
   * digits.
   *
   * @param model what {@link #model()} was
   * @param unit what {@link #values()} were; copied
   * @param rawLength what {@link #rawLength()} was
   * @throws IllegalArgumentException if the vector has not length 1 within 1e-3, or the raw length
   *     is negative or not finite
   */
  public static Embedding restored(String model, float[] unit, double rawLength) {
    return new Embedding(model, unit, rawLength);
  }

  /**
   * Reads an embedding from what {@link #toBytes} returned.
   *
   * @throws IllegalArgumentException if the bytes are damaged or of another format
   */
  public static Embedding fromBytes(byte[] bytes) {
    return EmbeddingBytes.read(Require.present("bytes", bytes));
  }

  /**
   * Writes model, raw length and values, bit for bit, in a format that later versions read: about 2
   * KB for the bundled model. For a database column or a cache; it is as personal as the embedding.
   */
  public byte[] toBytes() {
    return EmbeddingBytes.write(this);
  }

  /** Returns the number of values: 512 for the bundled model. */
  public int size() {
    return values.length;
  }

  /** Returns one value of the unit vector, -1 to 1. */
  public float value(int index) {
    return values[index];
  }

  /** Returns a copy of the unit vector. */
  @Override
  public float[] values() {
    return values.clone();
  }

  /**
   * Writes the unit vector into {@code target} from {@code offset} on, without an intermediate
   * copy.
   */
  public void copyTo(float[] target, int offset) {
    System.arraycopy(values, 0, target, offset, values.length);
  }

  /**
   * Returns the cosine similarity, -1 to 1 up to rounding.
   *
   * @throws IllegalArgumentException if the other embedding was made by another model or has
   *     another size
   */
  public double similarity(Embedding other) {
    if (!model.equals(other.model) || values.length != other.values.length) {
      throw new IllegalArgumentException(
          "embeddings of different models cannot be compared: "
              + this
              + " and "
              + other
              + "; embed both images with one model");
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) sum += (double) values[i] * other.values[i];
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that
        && model.equals(that.model)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /**
   * Returns the model and the size; never the values, so that a log line contains no biometric
   * data.
   */
  @Override
  public String toString() {
    return model + "[" + values.length + "]";
  }
}
