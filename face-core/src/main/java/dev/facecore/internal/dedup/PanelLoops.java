package dev.facecore.internal.dedup;

/**
 * The innermost loops of every search. Their bodies are as large as they can be: less leaves them
 * waiting for loads and stores of the sums, more exceeds the size up to which JDK 17 unrolls a loop
 * far enough to use vector instructions. The arrays differ, and all share one index, because the
 * compiler does not vectorise a loop over one array at several offsets.
 */
final class PanelLoops {
  /** Whether the processor multiplies and adds in one instruction. */
  @SuppressWarnings("IdentityBinaryExpression") // asked three times: a wrong answer is possible
  static final boolean FUSED = isFused() || isFused() || isFused();

  private PanelLoops() {}

  /** Adds the products of three vectors with all columns; the number of rows is even. */
  static void addFused(float[][] queries, float[][] rows, float[][] sums) {
    float[] x = queries[0];
    float[] y = queries[1];
    float[] z = queries[2];
    for (int d = 0; d < rows.length; d += 2) {
      float[] row = rows[d];
      float[] next = rows[d + 1];
      addFused(
          x[d], x[d + 1], y[d], y[d + 1], z[d], z[d + 1], row, next, sums[0], sums[1], sums[2]);
    }
  }

  private static void addFused(
      float x0,
      float x1,
      float y0,
      float y1,
      float z0,
      float z1,
      float[] row0,
      float[] row1,
      float[] sumsX,
      float[] sumsY,
      float[] sumsZ) {
    for (int c = 0; c < Panel.WIDTH; c++) {
      float value0 = row0[c];
      float value1 = row1[c];
      sumsX[c] = Math.fma(x1, value1, Math.fma(x0, value0, sumsX[c]));
      sumsY[c] = Math.fma(y1, value1, Math.fma(y0, value0, sumsY[c]));
      sumsZ[c] = Math.fma(z1, value1, Math.fma(z0, value0, sumsZ[c]));
    }
  }

  /** Adds the products of one vector with all columns; the number of rows is a multiple of four. */
  static void add(float[] query, float[][] rows, float[] sums) {
    for (int d = 0; d < rows.length; d += 4) {
      float[] row0 = rows[d];
      float[] row1 = rows[d + 1];
      float[] row2 = rows[d + 2];
      float[] row3 = rows[d + 3];
      add(query[d], query[d + 1], query[d + 2], query[d + 3], row0, row1, row2, row3, sums);
    }
  }

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
    for (int c = 0; c < Panel.WIDTH; c++) {
      sums[c] += (x0 * row0[c] + x1 * row1[c]) + (x2 * row2[c] + x3 * row3[c]);
    }
  }

  /**
   * Where there is no such instruction {@link Math#fma} computes with decimals, for microseconds
   * each. A wrong answer on a busy machine costs speed only: both loops keep the margin.
   */
  private static boolean isFused() {
    int calls = 100;
    float value = 1;
    long start = System.nanoTime();
    for (int i = 0; i < calls; i++) value = Math.fma(value, 0.37f, 1.1f);
    return System.nanoTime() - start < 300L * calls && value > 0;
  }
}
