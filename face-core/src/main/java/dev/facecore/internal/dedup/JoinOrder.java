package dev.facecore.internal.dedup;

/**
 * The place of a join in the order of average linkage: the most similar first, on a tie that of the
 * groups whose first faces rank first.
 */
record JoinOrder(double similarity, int low, int high) implements Comparable<JoinOrder> {
  /** Before all joins. */
  static final JoinOrder START = new JoinOrder(Double.POSITIVE_INFINITY, -1, -1);

  /** The join that made this group; {@link #START} for a starting group. */
  static JoinOrder of(MergeNode node, FaceTable table) {
    if (node.isLeaf()) return START;
    return of(node.similarity, table.rank(node.left.first), table.rank(node.right.first));
  }

  static JoinOrder of(double similarity, int a, int b) {
    return new JoinOrder(similarity, Math.min(a, b), Math.max(a, b));
  }

  /** Ahead of every join of this similarity. */
  static JoinOrder before(double similarity) {
    return new JoinOrder(similarity, -1, -1);
  }

  static boolean isAfter(MergeNode node, MergeNode part, FaceTable table) {
    return part.isLeaf() || of(node, table).compareTo(of(part, table)) > 0;
  }

  JoinOrder later(JoinOrder other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(JoinOrder other) {
    int order = Double.compare(other.similarity, similarity);
    if (order == 0) order = Integer.compare(low, other.low);
    return order != 0 ? order : Integer.compare(high, other.high);
  }
}
