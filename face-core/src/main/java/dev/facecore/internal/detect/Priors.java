package dev.facecore.internal.detect;

/**
 * The grid of prior boxes over which RetinaFace predicts: for each stride, row by row, two square
 * sizes at every cell's centre. Found by index, so that only the few candidates are ever computed.
 *
 * <p>Sizes, strides and order as in the network's training code (biubug6/Pytorch_Retinaface, {@code
 * prior_box.py} and {@code cfg_mnet}).
 */
final class Priors {
  private static final int[][] SIZES = {{16, 32}, {64, 128}, {256, 512}};

  /** A square in pixels of the network's input. */
  record Prior(double centreX, double centreY, double side) {}

  private final int width;
  private final int height;
  private final int count;

  Priors(int width, int height) {
    this.width = width;
    this.height = height;
    int sum = 0;
    for (int level = 0; level < Grid.STRIDES.length; level++) sum += countAt(level);
    this.count = sum;
  }

  /** How many there are for this size of input; asked for once for each of them. */
  int count() {
    return count;
  }

  /** The prior to which the network's row {@code index} belongs. */
  Prior at(int index) {
    int level = 0;
    int within = index;
    while (within >= countAt(level)) within -= countAt(level++);
    int cell = within / SIZES[level].length;
    int columns = width / Grid.STRIDES[level];
    int row = cell / columns;
    return new Prior(
        (cell % columns + 0.5) * Grid.STRIDES[level],
        (row + 0.5) * Grid.STRIDES[level],
        SIZES[level][within % SIZES[level].length]);
  }

  private int countAt(int level) {
    return width / Grid.STRIDES[level] * (height / Grid.STRIDES[level]) * SIZES[level].length;
  }
}
