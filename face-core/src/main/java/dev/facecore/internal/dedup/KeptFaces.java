package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import dev.facecore.Face;
import java.util.ArrayList;
import java.util.List;

/** The faces kept so far, one per person, ready to be searched. Not thread-safe. */
final class KeptFaces {
  private static final int SLICE = 64;

  private final List<Embedding> embeddings = new ArrayList<>();
  private final List<Panel> panels = new ArrayList<>();
  private final double floor;

  /** Which kept faces are open to a face. */
  @FunctionalInterface
  interface Rule {
    boolean allows(int kept, Face face);
  }

  /**
   * @param floor the least similarity that {@link #nearest} returns
   */
  KeptFaces(double floor) {
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
      panels.add(new Panel(embedding.size()));
    }
    panels.get(panels.size() - 1).add(padded(embedding));
    embeddings.add(embedding);
  }

  /**
   * For each face the most similar kept face that the rule allows and that reaches the floor, the
   * earliest on a tie; null where there is none. The rule is asked from several threads.
   */
  Nearest[] nearest(List<Face> faces, Rule rule) {
    float[][] queries = new float[faces.size()][];
    for (int i = 0; i < queries.length; i++) queries[i] = padded(faces.get(i).embedding());
    Nearest[] nearest = new Nearest[queries.length];
    int slices = (queries.length + SLICE - 1) / SLICE;
    // Numbered so that a core stays with a panel while it is in its cache.
    Cores.run(
        panels.size() * slices,
        () -> {
          float[] sums = new float[Panel.WIDTH];
          return task -> {
            int from = task % slices * SLICE;
            int to = Math.min(queries.length, from + SLICE);
            for (int i = from; i < to; i++) {
              panels.get(task / slices).dots(queries[i], sums);
              Nearest candidate = best(task / slices, sums, faces.get(i), rule);
              if (candidate == null) continue;
              synchronized (nearest) {
                nearest[i] = Nearest.better(nearest[i], candidate);
              }
            }
          };
        });
    return nearest;
  }

  private Nearest best(int panel, float[] sums, Face face, Rule rule) {
    double margin = Panel.margin(face.embedding().size());
    double least = floor;
    Nearest best = null;
    for (int column = 0; column < panels.get(panel).count(); column++) {
      if (sums[column] < least - margin) continue;
      int kept = panel * Panel.WIDTH + column;
      if (!rule.allows(kept, face)) continue;
      double similarity = embeddings.get(kept).similarity(face.embedding());
      if (similarity < floor) continue;
      best = Nearest.better(best, new Nearest(kept, similarity));
      least = best.similarity();
    }
    return best;
  }

  private static float[] padded(Embedding embedding) {
    float[] vector = new float[Panel.padded(embedding.size())];
    embedding.copyTo(vector, 0);
    return vector;
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
