package dev.facecore.internal.detect;

/**
 * One level of a network's output: so many rows of numbers for every cell of a grid that lies over
 * the input, row by row.
 *
 * @param stride the distance of two cells in pixels of the input
 * @param columns cells from left to right
 * @param anchors rows of numbers a cell
 */
record Grid(int stride, int columns, int anchors) {
  /** The strides of the three levels. */
  static final int[] STRIDES = {8, 16, 32};

  /** Both sides of the input must be a multiple of this. */
  static final int MULTIPLE = 32;

  static Grid of(int level, int width, int anchors) {
    return new Grid(STRIDES[level], width / STRIDES[level], anchors);
  }

  /** The column of the cell to which a row of numbers belongs. */
  int column(int row) {
    return row / anchors % columns;
  }

  /** The row of cells to which a row of numbers belongs. */
  int line(int row) {
    return row / anchors / columns;
  }
}
