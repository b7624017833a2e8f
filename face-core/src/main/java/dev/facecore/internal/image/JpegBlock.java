package dev.facecore.internal.image;

import java.util.Arrays;

/**
 * The inverse transform of blocks of 8 x 8 coefficients (ITU-T T.81, annex A.3.3) with fewer
 * samples than that: each is the average of those that it stands for. In the same fixed-point
 * arithmetic as the native decoder, so that the samples are the same. Not thread-safe.
 */
final class JpegBlock {
  static final int SIDE = 8;

  /** Bits of a factor behind the point, and those that are kept between the two passes. */
  private static final int FACTOR_BITS = 13;

  private static final int KEPT_BITS = 2;

  /** The first is the sum of all samples, divided by 8. */
  private static final int SUM_BITS = 3;

  private static final int LEVEL_SHIFT = 128;

  // Factors of coefficient u in sample j of a row of 2 and of 4.
  private static final int HALF_1 = factor(2, 1, 0);
  private static final int HALF_3 = factor(2, 3, 0);
  private static final int HALF_5 = factor(2, 5, 0);
  private static final int HALF_7 = factor(2, 7, 0);
  private static final int OUTER_1 = factor(4, 1, 0);
  private static final int OUTER_2 = factor(4, 2, 0);
  private static final int OUTER_3 = factor(4, 3, 0);
  private static final int OUTER_5 = factor(4, 5, 0);
  private static final int OUTER_6 = factor(4, 6, 0);
  private static final int OUTER_7 = factor(4, 7, 0);
  private static final int INNER_1 = factor(4, 1, 1);
  private static final int INNER_3 = factor(4, 3, 1);
  private static final int INNER_5 = factor(4, 5, 1);
  private static final int INNER_7 = factor(4, 7, 1);

  /**
   * Where the codes' coefficients are in a block, row by row: in zigzags from the first corner.
   * What the end of a block and codes beyond it seem to set is put behind the last one.
   */
  static final int[] PLACES = zigzag();

  /** For each of them the column of the last of its zigzag, or the last one. */
  private static final int[] DIAGONALS = diagonals();

  private final int[] coefficients = new int[SIDE * SIDE + 1];
  private final int[] columns = new int[SIDE * 4];

  /**
   * The dequantised coefficients, row by row, and a place for none; {@link #write} sets them back
   * to zero.
   */
  int[] coefficients() {
    return coefficients;
  }

  /**
   * Writes {@code side} x {@code side} samples.
   *
   * @param side 1, 2 or 4
   * @param last the last coefficient that may not be zero, in the order of the codes
   */
  void write(int side, int last, byte[] samples, int at, int stride) {
    if (last == 0 || side == 1) {
      byte sample = sample(coefficients[0], SUM_BITS);
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) samples[at + y * stride + x] = sample;
      }
      coefficients[0] = 0;
      return;
    }
    int most = DIAGONALS[last];
    if (side == 2) writeTwo(most, samples, at, stride);
    else writeFour(most, samples, at, stride);
    Arrays.fill(coefficients, 0);
  }

  private void writeTwo(int most, byte[] samples, int at, int stride) {
    int[] in = coefficients;
    int shift = FACTOR_BITS - KEPT_BITS + 2;
    columns[3] = 0;
    columns[11] = 0;
    columns[5] = 0;
    columns[13] = 0;
    columns[7] = 0;
    columns[15] = 0;
    for (int x = 0; x <= most; x += x == 0 ? 1 : 2) {
      int even = in[x] << FACTOR_BITS + 2;
      int odd =
          in[x + 8] * HALF_1 + in[x + 24] * HALF_3 + in[x + 40] * HALF_5 + in[x + 56] * HALF_7;
      columns[x] = rounded(even + odd, shift);
      columns[x + 8] = rounded(even - odd, shift);
    }
    shift = FACTOR_BITS + KEPT_BITS + SUM_BITS + 2;
    for (int y = 0; y < 2; y++) {
      int from = 8 * y;
      int even = columns[from] << FACTOR_BITS + 2;
      int odd =
          columns[from + 1] * HALF_1
              + columns[from + 3] * HALF_3
              + columns[from + 5] * HALF_5
              + columns[from + 7] * HALF_7;
      samples[at + y * stride] = sample(even + odd, shift);
      samples[at + y * stride + 1] = sample(even - odd, shift);
    }
  }

  private void writeFour(int most, byte[] samples, int at, int stride) {
    int[] in = coefficients;
    int shift = FACTOR_BITS - KEPT_BITS + 1;
    if (most < 7) Arrays.fill(columns, 0);
    for (int x = 0; x <= most; x++) {
      if (x == 4) continue; // its average over two samples is nothing
      int middle = in[x] << FACTOR_BITS + 1;
      int even = in[x + 16] * OUTER_2 + in[x + 48] * OUTER_6;
      int outer =
          in[x + 8] * OUTER_1 + in[x + 24] * OUTER_3 + in[x + 40] * OUTER_5 + in[x + 56] * OUTER_7;
      int inner =
          in[x + 8] * INNER_1 + in[x + 24] * INNER_3 + in[x + 40] * INNER_5 + in[x + 56] * INNER_7;
      columns[x] = rounded(middle + even + outer, shift);
      columns[x + 8] = rounded(middle - even + inner, shift);
      columns[x + 16] = rounded(middle - even - inner, shift);
      columns[x + 24] = rounded(middle + even - outer, shift);
    }
    shift = FACTOR_BITS + KEPT_BITS + SUM_BITS + 1;
    for (int y = 0; y < 4; y++) {
      int x = 8 * y;
      int middle = columns[x] << FACTOR_BITS + 1;
      int even = columns[x + 2] * OUTER_2 + columns[x + 6] * OUTER_6;
      int outer =
          columns[x + 1] * OUTER_1
              + columns[x + 3] * OUTER_3
              + columns[x + 5] * OUTER_5
              + columns[x + 7] * OUTER_7;
      int inner =
          columns[x + 1] * INNER_1
              + columns[x + 3] * INNER_3
              + columns[x + 5] * INNER_5
              + columns[x + 7] * INNER_7;
      int to = at + y * stride;
      samples[to] = sample(middle + even + outer, shift);
      samples[to + 1] = sample(middle - even + inner, shift);
      samples[to + 2] = sample(middle - even - inner, shift);
      samples[to + 3] = sample(middle + even - outer, shift);
    }
  }

  private static int rounded(int number, int shift) {
    return number + (1 << shift - 1) >> shift;
  }

  private static byte sample(int number, int shift) {
    int sample = rounded(number, shift) + LEVEL_SHIFT;
    return (byte) Math.max(0, Math.min(255, sample));
  }

  /**
   * The average of coefficient u's wave over the samples that sample j of {@code side} replaces.
   */
  private static int factor(int side, int u, int j) {
    int each = SIDE / side;
    double sum = 0;
    for (int i = j * each; i < (j + 1) * each; i++) sum += Math.cos((2 * i + 1) * u * Math.PI / 16);
    return (int) Math.round(Math.sqrt(2) * sum * (1 << FACTOR_BITS));
  }

  private static int[] diagonals() {
    int[] most = new int[SIDE * SIDE];
    for (int i = 0; i < most.length; i++) {
      most[i] = Math.min(SIDE - 1, PLACES[i] / SIDE + PLACES[i] % SIDE);
    }
    return most;
  }

  private static int[] zigzag() {
    int[] places = new int[JpegValues.END + 2 * SIDE * SIDE];
    Arrays.fill(places, SIDE * SIDE);
    int next = 0;
    for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
      for (int i = 0; i <= diagonal; i++) {
        int down = diagonal % 2 == 0 ? diagonal - i : i;
        int across = diagonal - down;
        if (down < SIDE && across < SIDE) {
          places[next++] = down * SIDE + across;
        }
      }
    }
    return places;
  }
}
