package dev.facecore.internal.dedup;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The people as trees of joins, and where in them each face is. Not thread-safe. */
final class MergeForest {
  private MergeNode[] leaves = new MergeNode[16];
  private MergeNode[] roots = new MergeNode[16];
  private final Set<MergeNode> irregular = new LinkedHashSet<>();

  /** The starting group of a face; null if it is new. */
  MergeNode leafOf(int id) {
    return id < leaves.length ? leaves[id] : null;
  }

  /** The person of a face; null if it is new. */
  MergeNode rootOf(int id) {
    return id < roots.length ? roots[id] : null;
  }

  /** The people whose faces were those of a group. */
  Collection<MergeNode> roots(MergeNode node) {
    Set<MergeNode> found = new LinkedHashSet<>();
    if (node.isLeaf()) node.eachOfLeaf(id -> found.add(rootOf(id)));
    else found.add(rootOf(node.first));
    found.remove(null);
    return found;
  }

  /** People whose joins cannot be remembered. */
  List<MergeNode> irregular() {
    return List.copyOf(irregular);
  }

  void setLeaf(MergeNode leaf) {
    leaf.eachOfLeaf(
        id -> {
          reserve(id);
          leaves[id] = leaf;
        });
  }

  /** Takes a person over; returns the faces. */
  int[] setRoot(MergeNode root) {
    int[] faces = root.faces();
    for (int id : faces) roots[id] = root;
    if (root.irregular) irregular.add(root);
    return faces;
  }

  void forgetRoot(MergeNode root) {
    irregular.remove(root);
  }

  void forget(int id) {
    leaves[id] = null;
    roots[id] = null;
  }

  private void reserve(int id) {
    if (id < leaves.length) return;
    int length = Math.max(id + 1, leaves.length + leaves.length / 4);
    leaves = Arrays.copyOf(leaves, length);
    roots = Arrays.copyOf(roots, length);
  }
}
