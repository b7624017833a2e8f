package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import dev.facecore.Face;
import java.util.List;

/** Vectors of one size, compared by one {@link Matching}; read from several threads. */
interface Vectors {
  int count();

  int size();

  /** Writes one vector to the start of an array. */
  void copy(int index, float[] target);

  Matching matching();

  /** The similarity that decides, the same for (a, b) and (b, a). */
  double similarity(int a, int b);

  /** Whether two of them may be one person at all. */
  boolean compatible(int a, int b);

  /** The embeddings of faces, all of one model; at least one face. */
  static Vectors of(List<Face> faces, Matching matching) {
    return new Vectors() {
      @Override
      public Matching matching() {
        return matching;
      }

      @Override
      public int count() {
        return faces.size();
      }

      @Override
      public int size() {
        return matching.size(faces.get(0).embedding());
      }

      @Override
      public void copy(int index, float[] target) {
        matching.copy(faces.get(index).embedding(), target);
      }

      @Override
      public double similarity(int a, int b) {
        return matching.similarity(faces.get(a).embedding(), faces.get(b).embedding());
      }

      @Override
      public boolean compatible(int a, int b) {
        return true;
      }
    };
  }

  /**
   * Checks that faces can be compared with each other.
   *
   * @throws IllegalArgumentException if one was embedded by another model than {@code first}
   */
  static void requireOneModel(Embedding first, List<Face> faces) {
    for (int i = 0; i < faces.size(); i++) {
      Embedding embedding = faces.get(i).embedding();
      if (!embedding.model().equals(first.model()) || embedding.size() != first.size()) {
        throw new IllegalArgumentException(
            "face "
                + i
                + " was embedded by "
                + embedding
                + " and cannot be compared with faces of "
                + first
                + "; embed all images with one model");
      }
    }
  }
}
