package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.internal.onnx.OnnxModel;
import dev.facecore.internal.onnx.PixelRecipe;
import dev.facecore.internal.onnx.PixelTensor;
import dev.facecore.internal.onnx.Pool;
import org.opencv.core.Mat;

/**
 * CenterFace as a judge of one place: how surely a face is in the middle of a view. Thread-safe.
 */
public final class FaceHeat implements AutoCloseable {
  private final OnnxModel model;
  private final PixelRecipe recipe;
  private final Pool<PixelTensor> tensors = new Pool<>(PixelTensor::new);

  /** Takes over the model: closing this closes it. */
  public FaceHeat(OnnxModel model, PixelRecipe recipe) {
    this.model = model;
    this.recipe = recipe;
  }

  /**
   * The highest heat in the middle half of a square view, 0 to 1.
   *
   * @param view 8-bit BGR; its side is a multiple of 32
   */
  public double inMiddle(Mat view, Deadline deadline) {
    long[] size = {1, 3, view.rows(), view.cols()};
    float[][] outputs =
        tensors.with(tensor -> model.run(tensor.fill(view, recipe), size, deadline));
    return inMiddle(outputs[0], view.cols() / CenterFaceDecoder.CELL);
  }

  static double inMiddle(float[] heat, int side) {
    double highest = 0;
    for (int row = side / 4; row < side - side / 4; row++) {
      for (int column = side / 4; column < side - side / 4; column++) {
        highest = Math.max(highest, heat[row * side + column]);
      }
    }
    return highest;
  }

  @Override
  public void close() {
    model.close();
  }
}
