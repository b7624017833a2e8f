package dev.facecore.internal.dedup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A group that average linkage made, kept as a tree: a starting group, or two groups and the
 * similarity at which they were joined. A person is a root.
 */
final class MergeNode {
  /** Null for a root. */
  MergeNode parent;

  final MergeNode left;
  final MergeNode right;

  /** At which both parts were joined; a starting group is there before all joins. */
  final double similarity;

  /** The face that ranks first. */
  final int first;

  final int size;

  /**
   * Whether somewhere in this tree a join did not come after those that made its parts, as happens
   * where similarities are equal up to rounding.
   */
  final boolean irregular;

  private final int[] several;

  // What a replay notes; cleared when it ends.
  ReplayPiece piece;
  boolean fresh;
  boolean broken;
  boolean taken;
  boolean scheduled;
  boolean done;

  private MergeNode(int[] faces) {
    left = null;
    right = null;
    similarity = Double.POSITIVE_INFINITY;
    first = faces[0];
    size = faces.length;
    irregular = false;
    several = faces.length == 1 ? null : faces;
  }

  private MergeNode(MergeNode left, MergeNode right, double similarity, FaceTable table) {
    this.left = left;
    this.right = right;
    this.similarity = similarity;
    first = table.rank(left.first) < table.rank(right.first) ? left.first : right.first;
    size = left.size + right.size;
    several = null;
    irregular =
        left.irregular
            || right.irregular
            || !JoinOrder.isAfter(this, left, table)
            || !JoinOrder.isAfter(this, right, table);
  }

  /** A starting group; its faces in order of rank. */
  static MergeNode leaf(int[] faces) {
    return new MergeNode(faces);
  }

  /** Both parts as one; they are told. */
  static MergeNode join(MergeNode a, MergeNode b, double similarity, FaceTable table) {
    MergeNode node = new MergeNode(a, b, similarity, table);
    a.parent = node;
    b.parent = node;
    return node;
  }

  boolean isLeaf() {
    return left == null;
  }

  /** Calls this for every face of a starting group. */
  void eachOfLeaf(IntConsumer face) {
    if (several == null) face.accept(first);
    else for (int id : several) face.accept(id);
  }

  /** The starting groups below, itself if it is one. */
  List<MergeNode> leaves() {
    List<MergeNode> leaves = new ArrayList<>();
    for (MergeNode node : nodes()) if (node.isLeaf()) leaves.add(node);
    return leaves;
  }

  /** The faces, in no particular order. */
  int[] faces() {
    int[] faces = new int[size];
    int[] count = {0};
    for (MergeNode leaf : leaves()) leaf.eachOfLeaf(id -> faces[count[0]++] = id);
    return faces;
  }

  /** All nodes of the tree, parents before their parts. */
  List<MergeNode> nodes() {
    return nodes(1);
  }

  /** As {@link #nodes}, without the parts of those that have fewer faces than this. */
  List<MergeNode> nodes(int least) {
    List<MergeNode> nodes = new ArrayList<>();
    Deque<MergeNode> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      MergeNode node = open.pop();
      nodes.add(node);
      if (node.isLeaf() || node.size < least) continue;
      open.push(node.right);
      open.push(node.left);
    }
    return nodes;
  }

  void clear() {
    piece = null;
    fresh = false;
    broken = false;
    taken = false;
    scheduled = false;
    done = false;
  }
}
