package dev.facecore.internal.dedup;

import java.util.Arrays;

/**
 * The most similar pairs among those added, in memory that does not grow with their number.
 *
 * <p>Up to {@code limit} pairs all are kept. Beyond that those are kept whose similarity is above
 * {@link #floor}, which is then the limit-th largest of all similarities: it does not depend on the
 * order in which the pairs came. Adding is thread-safe.
 */
final class Pairs {
  private final int limit;
  private double[] similarities = new double[64];
  private int[] lows = new int[64];
  private int[] highs = new int[64];
  private int count;
  private boolean truncated;
  private volatile double floor;

  /** Takes pairs whose similarity is at least {@code floor}. */
  Pairs(double floor, int limit) {
    this.floor = floor;
    this.limit = limit;
  }

  /** What a pair must reach, or exceed once {@link #isTruncated}. */
  double floor() {
    return floor;
  }

  /** Whether pairs were left out. */
  boolean isTruncated() {
    return truncated;
  }

  int count() {
    return count;
  }

  int low(int pair) {
    return lows[pair];
  }

  int high(int pair) {
    return highs[pair];
  }

  double similarity(int pair) {
    return similarities[pair];
  }

  /** Adds a pair, {@code low} less than {@code high}, if it is above the floor. */
  synchronized void add(int low, int high, double similarity) {
    if (!reaches(similarity)) return;
    if (count == similarities.length) grow();
    lows[count] = low;
    highs[count] = high;
    similarities[count++] = similarity;
    if (count >= 2L * limit) shrink();
  }

  /** To be called once, after the last pair. */
  void finish() {
    if (truncated ? count >= limit : count > limit) shrink();
  }

  /** Whether a similarity is above what was left out and what was not wanted. */
  boolean reaches(double similarity) {
    return truncated ? similarity > floor : similarity >= floor;
  }

  private void grow() {
    int length = (int) Math.min(2L * limit, 2L * count);
    similarities = Arrays.copyOf(similarities, length);
    lows = Arrays.copyOf(lows, length);
    highs = Arrays.copyOf(highs, length);
  }

  private void shrink() {
    double[] sorted = Arrays.copyOf(similarities, count);
    Arrays.sort(sorted);
    floor = sorted[count - limit];
    truncated = true;
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (!reaches(similarities[i])) continue;
      lows[left] = lows[i];
      highs[left] = highs[i];
      similarities[left++] = similarities[i];
    }
    count = left;
  }
}
