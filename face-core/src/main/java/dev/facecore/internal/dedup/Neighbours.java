package dev.facecore.internal.dedup;

/** For each vector those before it that are alike, out of a search's pairs. */
final class Neighbours {
  private final Pairs pairs;
  // The pairs of vector i are order[starts[i]] up to order[starts[i + 1]].
  private final int[] starts;
  private final int[] order;

  Neighbours(Pairs pairs, int vectors) {
    this.pairs = pairs;
    starts = new int[vectors + 1];
    order = new int[pairs.count()];
    for (int p = 0; p < order.length; p++) starts[pairs.high(p) + 1]++;
    for (int i = 0; i < vectors; i++) starts[i + 1] += starts[i];
    int[] next = starts.clone();
    for (int p = 0; p < order.length; p++) order[next[pairs.high(p)]++] = p;
  }

  /** How many vectors before this one are alike. */
  int count(int vector) {
    return starts[vector + 1] - starts[vector];
  }

  /** One of them, in no particular order. */
  int get(int vector, int number) {
    return pairs.low(order[starts[vector] + number]);
  }

  double similarity(int vector, int number) {
    return pairs.similarity(order[starts[vector] + number]);
  }
}
