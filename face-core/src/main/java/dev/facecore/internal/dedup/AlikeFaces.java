package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.List;

/** Finds, for a few new embeddings, those among many that they may be grouped with. */
public final class AlikeFaces {
  private static final int SLICE = 64 * Panel.QUERIES;

  private AlikeFaces() {}

  /**
   * Pairs of an old and a new position whose similarity reaches the threshold, or whose embeddings
   * are equal. Where no chain of such pairs leads from one face to another, average linkage never
   * joins them. Uses all cores, in the common pool; in no particular order.
   */
  public static List<Links.Pair> find(
      List<Embedding> old, List<Embedding> added, double similarity, Readability readability) {
    List<Links.Pair> found = new ArrayList<>();
    if (old.isEmpty() || added.isEmpty()) return found;
    Matching matching = new Matching(readability);
    for (int from = 0; from < added.size(); from += Panel.WIDTH) {
      int to = Math.min(added.size(), from + Panel.WIDTH);
      search(old, added, from, to, similarity - FirstSeen.TOLERANCE, matching, found);
    }
    return found;
  }

  private static void search(
      List<Embedding> old,
      List<Embedding> added,
      int from,
      int to,
      double floor,
      Matching matching,
      List<Links.Pair> found) {
    int size = matching.size(added.get(0));
    Panel panel = new Panel(size);
    for (int i = from; i < to; i++) {
      float[] column = new float[Panel.padded(size)];
      matching.copy(added.get(i), column);
      matching.mirror(column, size);
      panel.add(column);
    }
    // What equal embeddings may lose by being unreadable.
    double least = Math.min(floor, 1 - matching.readability().penalty()) - matching.margin(size);
    Cores.run(
        (old.size() + SLICE - 1) / SLICE,
        () -> {
          float[][] sums = Panel.sums();
          float[][] queries = new float[Panel.QUERIES][Panel.padded(size)];
          return task -> {
            int end = Math.min(old.size(), (task + 1) * SLICE);
            for (int at = task * SLICE; at < end; at += Panel.QUERIES) {
              int count = Math.min(Panel.QUERIES, end - at);
              for (int q = 0; q < count; q++) matching.copy(old.get(at + q), queries[q]);
              panel.dots(queries, count, sums);
              for (int q = 0; q < count; q++) {
                for (int c = 0; c < to - from; c++) {
                  if (sums[q][c] < least) continue;
                  if (!alike(old.get(at + q), added.get(from + c), floor, matching)) continue;
                  synchronized (found) {
                    found.add(new Links.Pair(at + q, from + c));
                  }
                }
              }
            }
          };
        });
  }

  private static boolean alike(Embedding a, Embedding b, double floor, Matching matching) {
    return matching.similarity(a, b) >= floor || a.equals(b);
  }
}
