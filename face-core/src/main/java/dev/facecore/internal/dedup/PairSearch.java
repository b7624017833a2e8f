package dev.facecore.internal.dedup;

/**
 * Finds the pairs of vectors that are alike: all products in float, panel by panel, and the few
 * that may reach the floor once more in double, so that the result is that of the plain double
 * loop.
 */
final class PairSearch {
  private final Vectors vectors;
  private final Pairs found;
  private final double margin;
  private final Panel panel;
  private final float[][] queries;
  private final float[][] sums = Panel.sums();

  private PairSearch(Vectors vectors, Pairs found) {
    this.vectors = vectors;
    this.found = found;
    margin = vectors.matching().margin(vectors.size());
    panel = new Panel(vectors.size());
    queries = new float[Panel.QUERIES][Panel.padded(vectors.size())];
  }

  /**
   * The compatible pairs whose similarity is at least {@code floor}: all, or the {@code limit}
   * best.
   */
  static Pairs find(Vectors vectors, double floor, int limit) {
    Pairs found = new Pairs(floor, limit);
    if (vectors.count() < 2) return found;
    int panels = (vectors.count() + Panel.WIDTH - 1) / Panel.WIDTH;
    // The last panel meets the most vectors: large tasks first, so that the cores end together.
    Cores.run(
        panels,
        () -> {
          PairSearch search = new PairSearch(vectors, found);
          return task -> search.compare(panels - 1 - task);
        });
    found.finish();
    return found;
  }

  /** Compares the vectors of one panel with each other and with all vectors before it. */
  private void compare(int number) {
    int start = number * Panel.WIDTH;
    int end = Math.min(vectors.count(), start + Panel.WIDTH);
    panel.clear();
    for (int i = start; i < end; i++) {
      vectors.copy(i, queries[0]);
      vectors.matching().mirror(queries[0], vectors.size());
      panel.add(queries[0]);
    }
    for (int low = 0; low < end; low += queries.length) {
      int count = Math.min(queries.length, end - low);
      for (int q = 0; q < count; q++) vectors.copy(low + q, queries[q]);
      panel.dots(queries, count, sums);
      for (int q = 0; q < count; q++) collect(low + q, sums[q], start, end);
    }
  }

  private void collect(int low, float[] products, int start, int end) {
    double least = found.floor() - margin;
    for (int high = Math.max(start, low + 1); high < end; high++) {
      if (products[high - start] < least || !vectors.compatible(low, high)) continue;
      double similarity = vectors.similarity(low, high);
      if (similarity >= found.floor()) found.add(low, high, similarity);
    }
  }
}
