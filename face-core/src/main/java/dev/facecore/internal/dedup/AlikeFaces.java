package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import java.util.Arrays;

/** Finds, for a few faces, those among many that they may be grouped with. */
final class AlikeFaces {
  // From here on the products of a whole panel cost less than those of the faces one by one.
  private static final int PANEL_FROM = 40;
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
              for (int at = slice * SLICE; at < end; at++) {
                Embedding row = table.embedding(among[at]);
                for (int w = 0; w < queries.length; w++) {
                  if (product(row, queries[w]) >= least) offer(among[at], w);
                }
              }
            });
  }

  private int slices() {
    return (among.length + SLICE - 1) / SLICE;
  }

  /** In several sums, as one waits for itself at every addition. */
  private static float product(Embedding row, float[] query) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int i = 0;
    for (; i < query.length - 7; i += 8) {
      a += row.value(i) * query[i];
      b += row.value(i + 1) * query[i + 1];
      c += row.value(i + 2) * query[i + 2];
      d += row.value(i + 3) * query[i + 3];
      e += row.value(i + 4) * query[i + 4];
      f += row.value(i + 5) * query[i + 5];
      g += row.value(i + 6) * query[i + 6];
      h += row.value(i + 7) * query[i + 7];
    }
    for (; i < query.length; i++) a += row.value(i) * query[i];
    return ((a + b) + (c + d)) + ((e + f) + (g + h));
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
