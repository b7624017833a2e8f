package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import dev.facecore.Face;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Faces by a number that each keeps for as long as it is there, and their rank in {@link
 * ContentOrder}, which moves as others come and go. Not thread-safe while it changes.
 */
final class FaceTable {
  private final Comparator<Integer> order;
  private Face[] faces = new Face[16];
  private int[] byRank = {};
  private int[] ranks = new int[16];

  /**
   * @param ties an order of the numbers of faces whose content is equal
   */
  FaceTable(Comparator<Integer> ties) {
    order =
        Comparator.<Integer, Face>comparing(id -> faces[id], ContentOrder.FACES)
            .thenComparing(ties);
  }

  int count() {
    return byRank.length;
  }

  /** One more than the highest number that was ever used. */
  int capacity() {
    return faces.length;
  }

  boolean contains(int id) {
    return faces[id] != null;
  }

  Face face(int id) {
    return faces[id];
  }

  Embedding embedding(int id) {
    return faces[id].embedding();
  }

  int rank(int id) {
    return ranks[id];
  }

  /** The numbers of all faces in order of rank; not to be changed. */
  int[] byRank() {
    return byRank;
  }

  /** The same in the order in which they are likely to be in memory. */
  int[] byNumber() {
    int[] ids = byRank.clone();
    Arrays.sort(ids);
    return ids;
  }

  /** The faces in order of rank, as they are now. */
  List<Face> sorted() {
    int[] ids = byRank;
    return new AbstractList<>() {
      @Override
      public Face get(int rank) {
        return faces[ids[rank]];
      }

      @Override
      public int size() {
        return ids.length;
      }
    };
  }

  /** Adds faces under numbers that are not in use. */
  void add(int[] ids, List<Face> added) {
    put(ids, added);
    int[] fresh = IntStream.of(ids).boxed().sorted(order).mapToInt(id -> id).toArray();
    int[] merged = new int[byRank.length + fresh.length];
    int from = 0;
    for (int i = 0; i < fresh.length; i++) {
      int to = place(fresh[i], from);
      System.arraycopy(byRank, from, merged, from + i, to - from);
      merged[to + i] = fresh[i];
      from = to;
    }
    System.arraycopy(byRank, from, merged, from + fresh.length, byRank.length - from);
    rank(merged);
  }

  /** Adds the first faces, whose order is known. */
  void restore(List<Face> added, int[] idsByRank) {
    put(IntStream.range(0, added.size()).toArray(), added);
    rank(idsByRank);
  }

  void remove(int[] ids) {
    for (int id : ids) faces[id] = null;
    rank(IntStream.of(byRank).filter(this::contains).toArray());
  }

  /** The other faces whose embeddings are equal. */
  List<Integer> equalTo(int id) {
    List<Integer> equal = new ArrayList<>();
    Embedding embedding = embedding(id);
    for (int step = -1; step <= 1; step += 2) {
      int rank = ranks[id] + step;
      while (rank >= 0 && rank < byRank.length && embedding(byRank[rank]).equals(embedding)) {
        equal.add(byRank[rank]);
        rank += step;
      }
    }
    return equal;
  }

  private void put(int[] ids, List<Face> added) {
    int most = IntStream.of(ids).max().orElse(0);
    if (most >= faces.length) {
      int length = Math.max(most + 1, faces.length + faces.length / 4);
      faces = Arrays.copyOf(faces, length);
      ranks = Arrays.copyOf(ranks, length);
    }
    for (int i = 0; i < ids.length; i++) faces[ids[i]] = added.get(i);
  }

  private int place(int id, int from) {
    int low = from;
    int high = byRank.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.compare(byRank[middle], id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private void rank(int[] changed) {
    byRank = changed;
    for (int rank = 0; rank < changed.length; rank++) ranks[changed[rank]] = rank;
  }
}
