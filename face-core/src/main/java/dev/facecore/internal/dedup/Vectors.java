package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import dev.facecore.Face;
import java.util.List;

/** Vectors of one size and of length at most 1, up to rounding; read from several threads. */
interface Vectors {
  int count();

  int size();

  /** Writes one vector to the start of an array. */
  void copy(int index, float[] target);

  /** The similarity that decides, the same for (a, b) and (b, a). */
  double similarity(int a, int b);

  /** Whether two of them may be one person at all. */
  boolean compatible(int a, int b);

  /** The embeddings of faces, all of one model; at least one face. */
  static Vectors of(List<Face> faces) {
    return new Vectors() {
      @Override
      public int count() {
        return faces.size();
      }

      @Override
      public int size() {
        return faces.get(0).embedding().size();
      }

      @Override
      public void copy(int index, float[] target) {
        faces.get(index).embedding().copyTo(target, 0);
      }

      @Override
      public double similarity(int a, int b) {
        return faces.get(a).embedding().similarity(faces.get(b).embedding());
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
                + "; embed all pictures with one model");
      }
    }
  }
}
