package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import java.util.Arrays;

/** Finds, for a few faces, those among many that they may be grouped with. */
final class AlikeFaces {
  // From here on the products of a whole panel cost less than those of the faces one by one.
  private static final int PANEL_FROM = 40;
  private static final int ROWS = 4;
  private static final int SLICE = 256 * Panel.QUERIES;

  private final FaceTable table;
  private final int[] among;
  private final int[] wanted;
  private final double floor;
  private final Matching matching;
  private final int size;
  private final int[][] found;
  private final int[] counts;

  private AlikeFaces(FaceTable table, int[] among, int[] wanted, double floor, Matching matching) {
    this.table = table;
    this.among = among;
    this.wanted = wanted;
    this.floor = floor;
    this.matching = matching;
    size = matching.size(table.embedding(wanted[0]));
    found = new int[wanted.length][8];
    counts = new int[wanted.length];
  }

  /**
   * For each face that is wanted the others whose similarity is at least {@code floor}, in no
   * particular order. Uses all cores, in the common pool.
   */
  static int[][] find(FaceTable table, int[] among, int[] wanted, double floor, Matching matching) {
    if (wanted.length == 0) return new int[0][];
    AlikeFaces search = new AlikeFaces(table, among, wanted, floor, matching);
    if (wanted.length < PANEL_FROM) search.searchRows();
    else search.searchPanels();
    for (int w = 0; w < wanted.length; w++) {
      search.found[w] = Arrays.copyOf(search.found[w], search.counts[w]);
    }
    return search.found;
  }

  private void searchPanels() {
    for (int from = 0; from < wanted.length; from += Panel.WIDTH) {
      int start = from;
      Panel panel = new Panel(size);
      for (int w = from; w < Math.min(wanted.length, from + Panel.WIDTH); w++) {
        float[] column = new float[Panel.padded(size)];
        matching.copy(table.embedding(wanted[w]), column);
        matching.mirror(column, size);
        panel.add(column);
      }
      double least = floor - matching.margin(size);
      Cores.run(
          slices(),
          () -> {
            float[][] sums = Panel.sums();
            float[][] queries = new float[Panel.QUERIES][Panel.padded(size)];
            return slice -> {
              int end = Math.min(among.length, (slice + 1) * SLICE);
              for (int at = slice * SLICE; at < end; at += Panel.QUERIES) {
                int count = Math.min(Panel.QUERIES, end - at);
                for (int q = 0; q < count; q++) {
                  matching.copy(table.embedding(among[at + q]), queries[q]);
                }
                panel.dots(queries, count, sums);
                for (int q = 0; q < count; q++) {
                  for (int c = 0; c < panel.count(); c++) {
                    if (sums[q][c] >= least) offer(among[at + q], start + c);
                  }
                }
              }
            };
          });
    }
  }

  /** Row by row: each embedding is read from memory once for all faces that are wanted. */
  private void searchRows() {
    float[][] queries = new float[wanted.length][];
    for (int w = 0; w < wanted.length; w++) queries[w] = table.embedding(wanted[w]).values();
    // What is unreadable only lowers a similarity.
    double least = floor - matching.margin(size);
    Cores.run(
        slices(),
        () ->
            slice -> {
              int end = Math.min(among.length, (slice + 1) * SLICE);
              float[] products = new float[ROWS];
              Embedding[] rows = new Embedding[ROWS];
              for (int at = slice * SLICE; at < end; at += ROWS) {
                int count = Math.min(ROWS, end - at);
                for (int r = 0; r < ROWS; r++) {
                  rows[r] = table.embedding(among[at + Math.min(r, count - 1)]);
                }
                for (int w = 0; w < queries.length; w++) {
                  products(rows, queries[w], products);
                  for (int r = 0; r < count; r++) {
                    if (products[r] >= least) offer(among[at + r], w);
                  }
                }
              }
            });
  }

  private int slices() {
    return (among.length + SLICE - 1) / SLICE;
  }

  /** In several sums, as one waits for itself at every addition; several rows, for the memory. */
  private static void products(Embedding[] rows, float[] query, float[] products) {
    Embedding a = rows[0];
    Embedding b = rows[1];
    Embedding c = rows[2];
    Embedding d = rows[3];
    float a0 = 0;
    float b0 = 0;
    float c0 = 0;
    float d0 = 0;
    float a1 = 0;
    float b1 = 0;
    float c1 = 0;
    float d1 = 0;
    int even = query.length / 2 * 2;
    for (int i = 0; i < even; i += 2) {
      float x = query[i];
      float y = query[i + 1];
      a0 += a.value(i) * x;
      b0 += b.value(i) * x;
      c0 += c.value(i) * x;
      d0 += d.value(i) * x;
      a1 += a.value(i + 1) * y;
      b1 += b.value(i + 1) * y;
      c1 += c.value(i + 1) * y;
      d1 += d.value(i + 1) * y;
    }
    if (even < query.length) {
      float x = query[even];
      a0 += a.value(even) * x;
      b0 += b.value(even) * x;
      c0 += c.value(even) * x;
      d0 += d.value(even) * x;
    }
    products[0] = a0 + a1;
    products[1] = b0 + b1;
    products[2] = c0 + c1;
    products[3] = d0 + d1;
  }

  private void offer(int id, int w) {
    if (id == wanted[w]) return;
    double similarity = matching.similarity(table.embedding(id), table.embedding(wanted[w]));
    if (similarity < floor) return;
    synchronized (this) {
      if (counts[w] == found[w].length) found[w] = Arrays.copyOf(found[w], 2 * counts[w]);
      found[w][counts[w]++] = id;
    }
  }
}
