package dev.facecore.internal.dedup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * The remembered joins of a {@link Replay}: which were made by now, which are lost, and which
 * groups are there. A join of groups without links needs no work: whether it was made is seen from
 * its place.
 */
final class ReplayTrees {
  // A lost join may have been this much ahead of its place by rounding.
  private static final double SLACK = 1e-9;

  private final MergeForest forest;
  private final FaceTable table;
  private final Queue<ReplayStep> queue;
  private final List<MergeNode> touched = new ArrayList<>();
  private final Set<MergeNode> lost = new LinkedHashSet<>();
  private JoinOrder place = JoinOrder.START;

  /**
   * @param queue takes the groups that lost their joins
   */
  ReplayTrees(MergeForest forest, FaceTable table, Queue<ReplayStep> queue) {
    this.forest = forest;
    this.table = table;
    this.queue = queue;
  }

  /** Joins up to here were made. */
  void advance(JoinOrder order) {
    place = place.later(order);
  }

  /** A starting group that is no longer there, or begins as changed. */
  void drop(MergeNode leaf) {
    touch(leaf).taken = true;
    lose(leaf);
  }

  /** Forgets all joins of a person. */
  void dropAll(MergeNode root) {
    for (MergeNode node : root.nodes()) {
      touch(node);
      if (node.isLeaf()) node.taken = true;
      else node.broken = true;
    }
    lost.add(root);
  }

  /** Forgets the join that first brought two starting groups of one person together. */
  void part(MergeNode leaf, MergeNode other) {
    Set<MergeNode> above = new HashSet<>();
    for (MergeNode node = leaf; node != null; node = node.parent) above.add(node);
    MergeNode child = null;
    MergeNode common = other;
    while (common != null && !above.contains(common)) {
      child = common;
      common = common.parent;
    }
    if (common == null || child == null || common.broken) return;
    lose(child);
    leave(child, common);
  }

  /** Forgets the joins that a group went into. */
  void lose(MergeNode child) {
    MergeNode at = child;
    while (at.parent != null && !at.parent.broken) {
      MergeNode parent = at.parent;
      touch(parent).broken = true;
      leave(parent.left == at ? parent.right : parent.left, parent);
      at = parent;
    }
    lost.add(at.parent == null ? at : forest.rootOf(at.first));
  }

  /** A group that is not joined as it was, and is changed from then on. */
  private void leave(MergeNode part, MergeNode joined) {
    JoinOrder order = JoinOrder.before(joined.similarity + SLACK);
    order = order.later(JoinOrder.of(part, table));
    queue.add(new ReplayStep(order, ReplayStep.Kind.LOST, null, null, part));
  }

  /** People of whom some join was lost. */
  Set<MergeNode> lost() {
    return lost;
  }

  /** Queues the remembered join of a group that is there, if it has one. */
  void schedule(MergeNode node) {
    MergeNode parent = node.parent;
    if (parent == null || parent.fresh || parent.broken || parent.scheduled) return;
    touch(parent).scheduled = true;
    JoinOrder order = JoinOrder.of(parent, table);
    queue.add(new ReplayStep(order, ReplayStep.Kind.REMEMBERED, null, null, parent));
  }

  /** Clears what was noted in the nodes. */
  void clear() {
    touched.forEach(MergeNode::clear);
  }

  /** Remembers that something is noted in a node. */
  MergeNode touch(MergeNode node) {
    touched.add(node);
    return node;
  }

  /** The groups, as they are now, that may hold a face alike to one of this group. */
  Set<MergeNode> near(MergeNode node, ReplayGroups groups) {
    Set<MergeNode> found = new LinkedHashSet<>();
    for (int id : node.faces()) {
      for (int other : groups.alike(id)) found.add(now(forest.leafOf(other)));
    }
    for (MergeNode root : forest.roots(node)) addNow(root, found);
    found.remove(node);
    return found;
  }

  /** The group that holds a starting group now. */
  private MergeNode now(MergeNode leaf) {
    MergeNode node = leaf;
    while (node.parent != null && (node.parent.fresh || isMade(node.parent))) node = node.parent;
    return node;
  }

  /** The groups of what was one person that are unchanged so far. */
  private void addNow(MergeNode root, Set<MergeNode> found) {
    List<MergeNode> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      MergeNode node = open.remove(open.size() - 1);
      if (node.isLeaf() || isMade(node)) {
        if (!node.taken) found.add(node);
      } else {
        open.add(node.left);
        open.add(node.right);
      }
    }
  }

  private boolean isMade(MergeNode node) {
    if (node.broken) return false;
    return node.done || !node.scheduled && JoinOrder.of(node, table).compareTo(place) <= 0;
  }
}
