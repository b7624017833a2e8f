package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.internal.onnx.OnnxModel;
import dev.facecore.internal.onnx.PixelRecipe;
import dev.facecore.internal.onnx.Pool;
import dev.facecore.internal.onnx.StackTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * One network of MTCNN. Thread-safe; owns the model.
 *
 * <p>These networks were trained on pictures stored column by column: what they are given is the
 * picture transposed, [N,W,H,3].
 */
final class MtcnnStage implements AutoCloseable {
  /** Boxes given to a network at once: bounds the memory, and a deadline is asked in between. */
  private static final int BATCH = 128;

  private final OnnxModel model;
  private final PixelRecipe recipe;
  private final Pool<StackTensor> tensors = new Pool<>(StackTensor::new);

  MtcnnStage(OnnxModel model, PixelRecipe recipe) {
    this.model = model;
    this.recipe = recipe;
  }

  /** Runs the network on one picture. */
  float[][] run(Mat picture, Deadline deadline) {
    Mat transposed = new Mat();
    try {
      Core.transpose(picture, transposed);
      return run(transposed, new long[] {1, picture.cols(), picture.rows(), 3}, deadline);
    } finally {
      transposed.release();
    }
  }

  /**
   * Runs the network on what lies in each box, a square, and returns the boxes that it accepts.
   *
   * @param size the side of the network's input
   */
  List<Proposal> accepted(Mat picture, List<Candidate> boxes, int size, Deadline deadline) {
    List<Proposal> accepted = new ArrayList<>();
    for (int from = 0; from < boxes.size(); from += BATCH) {
      List<Candidate> batch = boxes.subList(from, Math.min(boxes.size(), from + BATCH));
      accepted.addAll(MtcnnOutputs.accepted(batch, run(picture, batch, size, deadline)));
    }
    return accepted;
  }

  private float[][] run(Mat picture, List<Candidate> boxes, int size, Deadline deadline) {
    Mat stack = new Mat(boxes.size() * size, size, CvType.CV_8UC3);
    try {
      for (int i = 0; i < boxes.size(); i++) {
        Mat upright = Crop.around(boxes.get(i), 1).resized(picture, size);
        try {
          transposeInto(stack, i * size, upright);
        } finally {
          upright.release();
        }
      }
      return run(stack, new long[] {boxes.size(), size, size, 3}, deadline);
    } finally {
      stack.release();
    }
  }

  private static void transposeInto(Mat stack, int row, Mat square) {
    Mat place = stack.rowRange(row, row + square.rows());
    try {
      Core.transpose(square, place);
    } finally {
      place.release();
    }
  }

  private float[][] run(Mat stack, long[] shape, Deadline deadline) {
    return tensors.with(tensor -> model.run(tensor.fill(stack, recipe), shape, deadline));
  }

  /**
   * Gives back what large pictures took.
   *
   * @param size the side of an input that the network takes
   */
  void giveBack(int size) {
    FloatBuffer zeros =
        ByteBuffer.allocateDirect(3 * size * size * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    model.giveBack(zeros, new long[] {1, size, size, 3});
  }

  @Override
  public void close() {
    model.close();
  }
}
