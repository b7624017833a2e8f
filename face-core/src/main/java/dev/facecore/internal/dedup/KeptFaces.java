package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import dev.facecore.Face;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The faces kept so far, one per person, ready to be searched. Not thread-safe. */
final class KeptFaces {
  private static final int SLICE = 24 * Panel.QUERIES;

  private final List<Embedding> embeddings = new ArrayList<>();
  private final List<Panel> panels = new ArrayList<>();
  private final Matching matching;
  private final double floor;

  // The first of equal ones; only of faces that are compared by more than their cosine.
  private final Map<Embedding, Integer> unreadable = new HashMap<>();

  /** Which kept faces are open to a face. */
  @FunctionalInterface
  interface Rule {
    boolean allows(int kept, Face face);
  }

  /**
   * @param floor the least similarity that {@link #nearest} returns
   */
  KeptFaces(Matching matching, double floor) {
    this.matching = matching;
    this.floor = floor;
  }

  int count() {
    return embeddings.size();
  }

  Embedding get(int kept) {
    return embeddings.get(kept);
  }

  void add(Embedding embedding) {
    if (panels.isEmpty() || panels.get(panels.size() - 1).isFull()) {
      panels.add(new Panel(matching.size(embedding)));
    }
    float[] vector = padded(embedding);
    matching.mirror(vector, matching.size(embedding));
    panels.get(panels.size() - 1).add(vector);
    if (matching.coordinate(embedding) > 0) unreadable.putIfAbsent(embedding, embeddings.size());
    embeddings.add(embedding);
  }

  /**
   * For each face the most similar kept face that the rule allows and that reaches the floor, the
   * earliest on a tie; null where there is none. The rule is asked from several threads.
   */
  Nearest[] nearest(List<Face> faces, Rule rule) {
    Search search = new Search(faces, rule);
    int slices = (faces.size() + SLICE - 1) / SLICE;
    // Numbered so that a core stays with a panel while it is in its cache.
    Cores.run(
        panels.size() * slices,
        () -> {
          float[][] sums = Panel.sums();
          return task -> search.compare(task / slices, task % slices * SLICE, sums);
        });
    return search.nearest;
  }

  /**
   * The kept face with the same embedding, which is the same picture of a face however unreadable
   * it is; null where there is none or {@link #nearest} finds it.
   */
  Integer equal(Embedding embedding) {
    return unreadable.get(embedding);
  }

  private float[] padded(Embedding embedding) {
    float[] vector = new float[Panel.padded(matching.size(embedding))];
    matching.copy(embedding, vector);
    return vector;
  }

  private final class Search {
    private final List<Face> faces;
    private final Rule rule;
    private final Nearest[] nearest;
    private final float[][] queries;

    Search(List<Face> faces, Rule rule) {
      this.faces = faces;
      this.rule = rule;
      nearest = new Nearest[faces.size()];
      queries = new float[faces.size()][];
      for (int i = 0; i < queries.length; i++) queries[i] = padded(faces.get(i).embedding());
    }

    /** Compares a panel with one slice of the faces. */
    void compare(int panel, int from, float[][] sums) {
      int to = Math.min(queries.length, from + SLICE);
      for (int first = from; first < to; first += Panel.QUERIES) {
        int count = Math.min(Panel.QUERIES, to - first);
        panels.get(panel).dots(Arrays.copyOfRange(queries, first, first + count), count, sums);
        for (int q = 0; q < count; q++) {
          Nearest candidate = best(panel, sums[q], faces.get(first + q));
          if (candidate != null) offer(first + q, candidate);
        }
      }
    }

    private Nearest best(int panel, float[] sums, Face face) {
      double margin = matching.margin(matching.size(face.embedding()));
      double least = floor - margin;
      Nearest best = null;
      for (int column = 0; column < panels.get(panel).count(); column++) {
        if (sums[column] < least) continue;
        int kept = panel * Panel.WIDTH + column;
        if (!rule.allows(kept, face)) continue;
        double similarity = matching.similarity(embeddings.get(kept), face.embedding());
        if (similarity < floor) continue;
        best = Nearest.better(best, new Nearest(kept, similarity));
        least = best.similarity() - margin;
      }
      return best;
    }

    private synchronized void offer(int face, Nearest candidate) {
      nearest[face] = Nearest.better(nearest[face], candidate);
    }
  }

  /** A kept face and its similarity to the face that was asked for. */
  record Nearest(int kept, double similarity) {
    /** The more similar of two, the earlier kept on a tie; either may be null. */
    static Nearest better(Nearest a, Nearest b) {
      if (a == null || b == null) return a == null ? b : a;
      int order = Double.compare(a.similarity, b.similarity);
      if (order == 0) order = Integer.compare(b.kept, a.kept);
      return order >= 0 ? a : b;
    }
  }
}
