package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import dev.facecore.Face;
import java.util.List;

/**
 * Faces that are one person so far, as positions in a list that stands in {@link ContentOrder}:
 * what a group answers depends on its faces alone, never on the order of the input. Immutable.
 */
final class Group {
  // A sum takes as much memory as two embeddings. It is kept only where making it anew would be
  // slow, so that all sums together stay below a quarter of the embeddings.
  static final int SUM_KEPT_FROM = 8;

  private final List<Face> faces;
  private final Matching matching;
  private final int[] members;
  private final int[] marks;
  private final double[] sum;

  /**
   * @param members positions in ascending order
   * @param marks in ascending order; groups that have one in common are never joined
   */
  Group(List<Face> faces, Matching matching, int[] members, int[] marks) {
    this.faces = faces;
    this.matching = matching;
    this.members = members;
    this.marks = marks;
    sum = members.length < SUM_KEPT_FROM ? null : sumOfMembers();
  }

  /** Both groups as one. */
  Group(Group a, Group b) {
    faces = a.faces;
    matching = a.matching;
    members = Marks.merged(a.members, b.members);
    marks = Marks.merged(a.marks, b.marks);
    sum = members.length < SUM_KEPT_FROM ? null : added(a.sum(), b.sum());
  }

  /** The position of its first face: an order of groups that share no face. */
  int key() {
    return members[0];
  }

  int[] members() {
    return members;
  }

  /** The number of coordinates of its vectors. */
  int size() {
    return matching.size(embedding(0));
  }

  /**
   * The mean similarity of all pairs between two groups, which is the dot product of their vector
   * sums divided by the product of their sizes.
   */
  double similarity(Group other) {
    if (members.length == 1 && other.members.length == 1) {
      return matching.similarity(embedding(0), other.embedding(0));
    }
    double sum = matching.product(sum(), other.sum());
    return sum / ((double) members.length * other.members.length);
  }

  /** Whether nothing forbids that both are one person. */
  boolean mayJoin(Group other) {
    return !Marks.meet(marks, other.marks);
  }

  /** Writes the mean of its vectors to the start of an array. */
  void copyMean(float[] target) {
    if (members.length == 1) {
      matching.copy(embedding(0), target);
      return;
    }
    double[] total = sum();
    for (int d = 0; d < total.length; d++) target[d] = (float) (total[d] / members.length);
  }

  private Embedding embedding(int member) {
    return faces.get(members[member]).embedding();
  }

  private double[] sum() {
    return sum == null ? sumOfMembers() : sum;
  }

  private double[] sumOfMembers() {
    int size = embedding(0).size();
    double[] total = new double[matching.size(embedding(0))];
    for (int m = 0; m < members.length; m++) {
      Embedding embedding = embedding(m);
      for (int d = 0; d < size; d++) total[d] += embedding.value(d);
      if (total.length > size) total[size] += matching.coordinate(embedding);
    }
    return total;
  }

  private static double[] added(double[] a, double[] b) {
    double[] total = a.clone();
    for (int d = 0; d < total.length; d++) total[d] += b[d];
    return total;
  }
}
