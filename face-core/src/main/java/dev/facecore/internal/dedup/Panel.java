package dev.facecore.internal.dedup;

import java.util.Arrays;

/**
 * A block of vectors stored column by column, so that the dot products of one vector with all of
 * them are sums over contiguous floats: a loop that the JIT compiler turns into vector
 * instructions, which it does not do for a dot product of two rows (its order of additions is
 * fixed).
 *
 * <p>The products are float sums, within {@link #margin} of the exact ones: good for ruling pairs
 * out, never for a decision. Safe to read from several threads once filled.
 */
final class Panel {
  /** Columns of a panel: with 512 values each it fills half a megabyte and stays in cache. */
  static final int WIDTH = 256;

  // Four rows at a time: fewer leave the loop waiting for loads and stores of the sums, more exceed
  // the size up to which JDK 17 unrolls a loop far enough to use vector instructions.
  private static final int STEP = 4;

  private final float[][] rows;
  private int count;

  /** An empty panel for vectors of a size. */
  Panel(int size) {
    rows = new float[padded(size)][WIDTH];
  }

  /** The length of a query's array for vectors of this size: the size, rounded up with zeros. */
  static int padded(int size) {
    return (size + STEP - 1) / STEP * STEP;
  }

  /**
   * How far a product of {@link #dots} may be from the exact one, for vectors of length 1 (up to
   * rounding) or less: a float sum of n products is off by at most n·u·Σ|x·y| ≤ n·u with u = 2^-24
   * (Higham, Accuracy and Stability of Numerical Algorithms, section 3.1); two more u for entries
   * that were rounded to float, and some room for lengths just above 1.
   */
  static double margin(int size) {
    return 1.01 * (size + 4) * 0x1p-24;
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return count == WIDTH;
  }

  /** Forgets all columns. */
  void clear() {
    count = 0;
  }

  /** Appends the first values of an array as a column. */
  void add(float[] vector) {
    for (int d = 0; d < rows.length; d++) rows[d][count] = vector[d];
    count++;
  }

  /** Writes the dot product of a query with every column into {@code sums}, {@link #WIDTH} long. */
  void dots(float[] query, float[] sums) {
    Arrays.fill(sums, 0);
    for (int d = 0; d < rows.length; d += STEP) {
      addProducts(
          query[d],
          rows[d],
          query[d + 1],
          rows[d + 1],
          query[d + 2],
          rows[d + 2],
          query[d + 3],
          rows[d + 3],
          sums);
    }
  }

  private static void addProducts(
      float x0,
      float[] row0,
      float x1,
      float[] row1,
      float x2,
      float[] row2,
      float x3,
      float[] row3,
      float[] sums) {
    for (int c = 0; c < WIDTH; c++) {
      sums[c] += (x0 * row0[c] + x1 * row1[c]) + (x2 * row2[c] + x3 * row3[c]);
    }
  }
}
