package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import dev.facecore.stage.Readability;

/**
 * The similarity by which faces are grouped, as a product of vectors: an embedding gets one more
 * coordinate, the root of the penalty times how unreadable the face is, and its product counts
 * negative. So sums of vectors are sums of similarities as before. Immutable.
 */
record Matching(Readability readability) {
  /** By cosine similarity alone. */
  private boolean isPlain() {
    return readability.penalty() == 0;
  }

  /** The number of coordinates of a vector. */
  int size(Embedding any) {
    return any.size() + (isPlain() ? 0 : 1);
  }

  /** The additional coordinate; 0 where there is none. */
  double coordinate(Embedding face) {
    return Math.sqrt(readability.penalty()) * readability.weight(face);
  }

  /** Writes a vector to the start of an array. */
  void copy(Embedding face, float[] target) {
    face.copyTo(target, 0);
    if (!isPlain()) target[face.size()] = (float) coordinate(face);
  }

  /** Makes of a vector the one whose plain product with another vector is their similarity. */
  void mirror(float[] vector, int size) {
    if (!isPlain()) vector[size - 1] = -vector[size - 1];
  }

  /** The similarity that decides, the same for (a, b) and (b, a). */
  double similarity(Embedding a, Embedding b) {
    double cosine = a.similarity(b);
    return isPlain() ? cosine : cosine - coordinate(a) * coordinate(b);
  }

  /** The product of two sums of vectors, of which one is not mirrored. */
  double product(double[] a, double[] b) {
    int cosines = isPlain() ? a.length : a.length - 1;
    double product = 0;
    for (int d = 0; d < cosines; d++) product += a[d] * b[d];
    return isPlain() ? product : product - a[cosines] * b[cosines];
  }

  /** How far a product of floats may be from the exact one. */
  double margin(int size) {
    return (1 + readability.penalty()) * Panel.margin(size);
  }
}
