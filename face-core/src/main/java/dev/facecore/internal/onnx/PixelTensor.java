package dev.facecore.internal.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * A network input [1,3,H,W] in a direct buffer that is filled straight from a picture and reused
 * for the next one. Not thread-safe; the buffer belongs to the garbage collector.
 */
public final class PixelTensor {
  private ByteBuffer memory = ByteBuffer.allocateDirect(0);

  /**
   * Fills the tensor from 8-bit BGR pixels.
   *
   * @return the values, valid until the next call
   */
  public FloatBuffer fill(Mat bgr, PixelRecipe recipe) {
    int plane = bgr.rows() * bgr.cols() * Float.BYTES;
    reserve(3 * plane);
    Mat single = new Mat();
    try {
      for (int channel = 0; channel < 3; channel++) {
        Core.extractChannel(bgr, single, recipe.sourceChannel(channel));
        convert(single, memory.slice(channel * plane, plane), recipe, channel);
      }
    } finally {
      single.release();
    }
    return memory.slice(0, 3 * plane).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  // convertTo() writes into the buffer because the target already has the size and type it asks
  // for.
  private static void convert(Mat single, ByteBuffer target, PixelRecipe recipe, int channel) {
    Mat plane = new Mat(single.rows(), single.cols(), CvType.CV_32F, target);
    try {
      single.convertTo(
          plane, CvType.CV_32F, recipe.scale(), -recipe.mean(channel) * recipe.scale());
    } finally {
      plane.release();
    }
  }

  private void reserve(int bytes) {
    if (memory.capacity() < bytes) memory = ByteBuffer.allocateDirect(bytes);
  }
}
