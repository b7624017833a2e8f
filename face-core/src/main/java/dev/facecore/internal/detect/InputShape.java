package dev.facecore.internal.detect;

import dev.facecore.internal.onnx.ModelContract;

/**
 * Which sizes of input a network takes.
 *
 * @param stride both sides are a multiple of this
 * @param width the only width, or 0 for any
 * @param height the only height, or 0 for any
 */
record InputShape(int stride, int width, int height) {
  /** Any size whose sides are a multiple of the stride. */
  static InputShape multipleOf(int stride) {
    return new InputShape(stride, 0, 0);
  }

  /** What a network says of its input [N,3,H,W]: one size, or any multiple of the stride. */
  static InputShape of(ModelContract contract, int stride) {
    int height = Math.toIntExact(contract.input().shape().get(2));
    int width = Math.toIntExact(contract.input().shape().get(3));
    return new InputShape(stride, Math.max(0, width), Math.max(0, height));
  }

  /** Whether pictures of any size are shrunk to a size of the network's own. */
  boolean isFixed() {
    return width > 0 && height > 0;
  }

  /** By how much a picture is shrunk: to the detection size and to what fits; at most 1. */
  double shrink(int pictureWidth, int pictureHeight, int detectionSize) {
    double shrink = Math.min(1, (double) detectionSize / Math.max(pictureWidth, pictureHeight));
    if (width > 0) shrink = Math.min(shrink, (double) width / pictureWidth);
    if (height > 0) shrink = Math.min(shrink, (double) height / pictureHeight);
    return shrink;
  }

  /** The input's width for a picture that takes so many columns of it. */
  int paddedWidth(int used) {
    return width > 0 ? width : roundUp(used);
  }

  /** The input's height for a picture that takes so many rows of it. */
  int paddedHeight(int used) {
    return height > 0 ? height : roundUp(used);
  }

  private int roundUp(int side) {
    return (side + stride - 1) / stride * stride;
  }
}
