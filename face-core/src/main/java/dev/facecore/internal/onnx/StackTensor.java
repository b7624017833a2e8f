package dev.facecore.internal.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * A network input [N,H,W,3], whose channels lie side by side as in a picture: N pictures of one
 * size are one tall picture. A direct buffer that is reused; not thread-safe, and it belongs to the
 * garbage collector.
 */
public final class StackTensor {
  private ByteBuffer memory = ByteBuffer.allocateDirect(0);

  /**
   * Fills the tensor from 8-bit BGR pixels, N pictures below each other.
   *
   * @return the values, valid until the next call
   */
  public FloatBuffer fill(Mat bgr, PixelRecipe recipe) {
    int bytes = bgr.rows() * bgr.cols() * 3 * Float.BYTES;
    if (memory.capacity() < bytes) memory = ByteBuffer.allocateDirect(bytes);
    ByteBuffer target = memory.slice(0, bytes);
    Mat values = new Mat(bgr.rows(), bgr.cols(), CvType.CV_32FC3, target);
    Mat ordered = new Mat();
    try {
      if (recipe.order() == PixelRecipe.Order.RGB) {
        Imgproc.cvtColor(bgr, ordered, Imgproc.COLOR_BGR2RGB);
      } else {
        bgr.copyTo(ordered);
      }
      // Both write into the buffer because the target already has the size and type they ask for.
      ordered.convertTo(values, CvType.CV_32F, recipe.scale());
      Core.subtract(values, means(recipe), values);
    } finally {
      values.release();
      ordered.release();
    }
    return target.order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  private static Scalar means(PixelRecipe recipe) {
    double scale = recipe.scale();
    return new Scalar(recipe.mean(0) * scale, recipe.mean(1) * scale, recipe.mean(2) * scale);
  }
}
