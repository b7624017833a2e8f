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

  /** Vectors that are best compared at once: a column's values are read once for all of them. */
  static final int QUERIES = 3;

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

  /** Arrays for the sums of {@link #dots}. */
  static float[][] sums() {
    return new float[QUERIES][WIDTH];
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

  /**
   * Writes the dot products of the first {@code count} queries with every column into arrays of
   * {@link #WIDTH}.
   */
  void dots(float[][] queries, int count, float[][] sums) {
    for (int q = 0; q < count; q++) Arrays.fill(sums[q], 0);
    if (count == QUERIES && PanelLoops.FUSED) PanelLoops.addFused(queries, rows, sums);
    else for (int q = 0; q < count; q++) PanelLoops.add(queries[q], rows, sums[q]);
  }
}
