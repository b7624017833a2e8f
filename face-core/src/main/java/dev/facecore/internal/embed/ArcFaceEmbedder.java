package dev.facecore.internal.embed;

import dev.facecore.Deadline;
import dev.facecore.Embedding;
import dev.facecore.internal.models.LengthQuantiles;
import dev.facecore.internal.models.ModelEntry;
import dev.facecore.internal.onnx.OnnxModel;
import dev.facecore.internal.onnx.PixelRecipe;
import dev.facecore.internal.onnx.Pool;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;

/** Networks of the ArcFace kind: an aligned face of 112×112 pixels in, a vector out. */
public final class ArcFaceEmbedder implements FaceEmbedder {
  private static final int PIXELS = AlignedFace.SIZE * AlignedFace.SIZE;
  private static final long[] SHAPE = {1, 3, AlignedFace.SIZE, AlignedFace.SIZE};

  private final String name;
  private final String identity;
  private final OnnxModel model;
  private final PixelRecipe recipe;
  private final Optional<LengthQuantiles> lengths;
  private final ThresholdTable thresholds;
  private final Readability readability;
  private final Pool<FloatBuffer> tensors =
      new Pool<>(
          () ->
              ByteBuffer.allocateDirect(3 * PIXELS * Float.BYTES)
                  .order(ByteOrder.nativeOrder())
                  .asFloatBuffer());

  /**
   * Takes over the model: closing this closes it.
   *
   * @throws IllegalArgumentException if the entry is of no embedding model
   */
  public ArcFaceEmbedder(ModelEntry entry, OnnxModel model) {
    this.name = entry.name();
    this.identity = entry.identity();
    this.model = model;
    this.recipe = entry.recipe();
    this.lengths = entry.quality();
    this.readability = entry.readability();
    this.thresholds =
        entry
            .thresholds()
            .orElseThrow(() -> new IllegalArgumentException(name + " is not an embedding model"));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String model() {
    return identity;
  }

  @Override
  public Embedding embed(AlignedFace face, Deadline deadline) {
    float[] raw =
        tensors.with(
            tensor -> {
              face.read(bgr -> fill(tensor, bgr));
              return model.run(tensor, SHAPE, deadline)[0];
            });
    return Embedding.of(identity, raw);
  }

  private void fill(FloatBuffer tensor, byte[] bgr) {
    for (int channel = 0; channel < 3; channel++) {
      int source = recipe.sourceChannel(channel);
      float mean = recipe.mean(channel);
      for (int i = 0; i < PIXELS; i++) {
        tensor.put(channel * PIXELS + i, ((bgr[3 * i + source] & 0xff) - mean) * recipe.scale());
      }
    }
  }

  /**
   * The rank of the length among those measured for this model; for a model that was not measured,
   * a number that grows with the length and says nothing else.
   */
  @Override
  public double quality(Embedding embedding) {
    double length = embedding.rawLength();
    return lengths.map(measured -> measured.rank(length)).orElseGet(() -> length / (1 + length));
  }

  @Override
  public ThresholdTable thresholds() {
    return thresholds;
  }

  @Override
  public Readability readability() {
    return readability;
  }

  @Override
  public void close() {
    model.close();
  }
}
