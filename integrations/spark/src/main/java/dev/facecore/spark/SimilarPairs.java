package dev.facecore.spark;

import java.util.Arrays;

/**
 * Compares every face of one block with every face of another. The dot products are sums of floats,
 * so that a pair just below the floor may be reported, but none that reaches it is missed: the
 * floor is lowered by more than they can be wrong.
 */
final class SimilarPairs {
  // The error of a sum of n products of unit vectors is at most n/2^24 (Higham, Accuracy and
  // Stability of Numerical Algorithms, 3.1): 3.1e-5 for 512 values.
  static final float MARGIN = 1e-4f;
  // Columns whose sums and four rows stay in the first-level cache.
  private static final int WIDTH = 512;
  // Rows that are added in one go, so that a sum is loaded and stored once for all of them.
  private static final int ROWS = 4;

  private SimilarPairs() {}

  /** Takes a pair that is similar enough. */
  interface Consumer {
    void accept(int face, int other);
  }

  /** Hands over all pairs whose similarity reaches the floor; of a block with itself each once. */
  static void find(FaceBlock a, FaceBlock b, double floor, Consumer pairs) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException("blocks of " + a.size() + " and " + b.size() + " values");
    }
    float least = (float) floor - MARGIN;
    float[] sums = new float[WIDTH];
    for (int from = 0; from < b.faces().length; from += WIDTH) {
      int count = Math.min(WIDTH, b.faces().length - from);
      float[][] rows = transposed(b, from, count);
      for (int i = 0; i < a.faces().length; i++) {
        Arrays.fill(sums, 0);
        for (int d = 0; d < rows.length; d += ROWS) add(a, i, d, rows, sums);
        int first = a.index() == b.index() ? Math.max(0, i + 1 - from) : 0;
        for (int c = first; c < count; c++) {
          if (sums[c] >= least) pairs.accept(a.faces()[i], b.faces()[from + c]);
        }
      }
    }
  }

  private static void add(FaceBlock a, int face, int d, float[][] rows, float[] sums) {
    int at = face * a.size() + d;
    float[] v = a.vectors();
    int left = Math.min(ROWS, a.size() - d);
    add(
        v[at],
        left > 1 ? v[at + 1] : 0,
        left > 2 ? v[at + 2] : 0,
        left > 3 ? v[at + 3] : 0,
        rows[d],
        rows[d + 1],
        rows[d + 2],
        rows[d + 3],
        sums);
  }

  // Separate arrays under one index: the form that the compiler turns into vector instructions.
  private static void add(
      float x0,
      float x1,
      float x2,
      float x3,
      float[] row0,
      float[] row1,
      float[] row2,
      float[] row3,
      float[] sums) {
    for (int c = 0; c < WIDTH; c++) {
      sums[c] += (x0 * row0[c] + x1 * row1[c]) + (x2 * row2[c] + x3 * row3[c]);
    }
  }

  /** One row for each dimension, rounded up to whole groups, one column for each face. */
  private static float[][] transposed(FaceBlock block, int from, int count) {
    int size = block.size();
    float[][] rows = new float[(size + ROWS - 1) / ROWS * ROWS][WIDTH];
    for (int c = 0; c < count; c++) {
      for (int d = 0; d < size; d++) rows[d][c] = block.vectors()[(from + c) * size + d];
    }
    return rows;
  }
}
