package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.internal.onnx.OnnxModel;
import dev.facecore.internal.onnx.PixelRecipe;
import dev.facecore.internal.onnx.PixelTensor;
import dev.facecore.internal.onnx.Pool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.opencv.core.Mat;

/** Finds faces in one pass of one network. */
final class NetworkFinder implements CandidateFinder {
  /** The side of an input that takes hardly any time. */
  private static final int SMALL = 160;

  private final OnnxModel model;
  private final PixelRecipe recipe;
  private final InputShape shape;
  private final OutputDecoder decoder;
  private final double maxOverlap;
  private final Pool<PixelTensor> tensors = new Pool<>(PixelTensor::new);

  /**
   * Takes over the model: closing this closes it.
   *
   * @param maxOverlap two candidates that overlap by more than this show one face
   */
  NetworkFinder(
      OnnxModel model,
      PixelRecipe recipe,
      InputShape shape,
      OutputDecoder decoder,
      double maxOverlap) {
    this.model = model;
    this.recipe = recipe;
    this.shape = shape;
    this.decoder = decoder;
    this.maxOverlap = maxOverlap;
  }

  @Override
  public List<Candidate> find(Mat picture, int detectionSize, Deadline deadline) {
    try (DetectionInput input = DetectionInput.of(picture, detectionSize, shape)) {
      return NonMaxSuppression.keep(candidates(input.pixels(), deadline), maxOverlap, deadline)
          .stream()
          .map(input::toPicture)
          .toList();
    }
  }

  private List<Candidate> candidates(Mat pixels, Deadline deadline) {
    long[] size = {1, 3, pixels.rows(), pixels.cols()};
    float[][] outputs =
        tensors.with(tensor -> model.run(tensor.fill(pixels, recipe), size, deadline));
    return decoder.decode(outputs, pixels.cols(), pixels.rows());
  }

  @Override
  public void giveBack() {
    FloatBuffer zeros =
        ByteBuffer.allocateDirect(3 * SMALL * SMALL * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    model.giveBack(zeros, new long[] {1, 3, SMALL, SMALL});
  }

  @Override
  public void close() {
    model.close();
  }
}
