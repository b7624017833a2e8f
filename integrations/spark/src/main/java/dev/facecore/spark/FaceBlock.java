package dev.facecore.spark;

import java.io.Serializable;
import java.util.List;
import scala.Tuple2;

/**
 * Embeddings of faces, one after another in one array: what travels between executors while pairs
 * are looked for.
 *
 * @param index the block's number
 * @param faces their numbers
 * @param vectors of {@code faces.length} faces, all of one size
 */
record FaceBlock(int index, int[] faces, float[] vectors) implements Serializable {
  static FaceBlock of(int index, List<Tuple2<Integer, float[]>> numbered) {
    int size = numbered.get(0)._2.length;
    int[] faces = new int[numbered.size()];
    float[] vectors = new float[faces.length * size];
    for (int i = 0; i < faces.length; i++) {
      faces[i] = numbered.get(i)._1;
      System.arraycopy(numbered.get(i)._2, 0, vectors, i * size, size);
    }
    return new FaceBlock(index, faces, vectors);
  }

  /** The number of values of each vector. */
  int size() {
    return vectors.length / faces.length;
  }
}
