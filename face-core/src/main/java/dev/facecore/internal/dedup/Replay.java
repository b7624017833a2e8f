package dev.facecore.internal.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Average linkage once more, where only some faces changed since the last time: the joins of groups
 * that no change reaches are taken over, all others are found as {@link AverageLinkage} does.
 *
 * <p>Joins come in the order of {@link JoinOrder}. A changed group is linked with every group that
 * it may be joined with; an unchanged group with changed ones only, as of its other links none
 * comes before the join that it had. When that join is lost, because the partner changed or is no
 * longer there, the group counts as changed from the place of that join on. A group that was joined
 * with a changed one is changed. So at every moment the first of the links and of the remembered
 * joins is the first of all links. To be used once.
 */
final class Replay {
  private final MergeForest forest;
  private final FaceTable table;
  private final double floor;
  private final ReplayGroups groups;
  private final PriorityQueue<ReplayStep> queue = new PriorityQueue<>();
  private final List<ReplayPiece> pieces = new ArrayList<>();
  private final ReplayTrees trees;

  Replay(MergeForest forest, FaceTable table, ReplayGroups groups, double floor) {
    this.forest = forest;
    this.table = table;
    this.groups = groups;
    this.floor = floor;
    trees = new ReplayTrees(forest, table, queue);
  }

  /** What is to be lost before it runs. */
  ReplayTrees trees() {
    return trees;
  }

  /** Groups everything; returns the roots of all groups that were changed. */
  List<MergeNode> run(List<MergeNode> started) {
    start(started);
    for (ReplayStep step = queue.poll(); step != null; step = queue.poll()) {
      trees.advance(step.order());
      switch (step.kind()) {
        case LINK -> {
          if (step.a().isAlive() && step.b().isAlive())
            join(step.a(), step.b(), step.order().similarity());
        }
        case REMEMBERED -> remember(step.node());
        case LOST -> change(step.node());
      }
    }
    List<MergeNode> roots = new ArrayList<>();
    for (ReplayPiece piece : pieces) {
      if (!piece.changed || !piece.isAlive()) continue;
      piece.node.parent = null;
      roots.add(piece.node);
    }
    trees.clear();
    return roots;
  }

  private void start(List<MergeNode> started) {
    Map<MergeNode, List<ReplayPiece>> ofOneTree = new HashMap<>();
    for (MergeNode leaf : started) {
      ReplayPiece piece = present(new ReplayPiece(leaf, groups.of(leaf)));
      trees.touch(leaf).taken = true;
      piece.changed = true;
      for (MergeNode root : forest.roots(leaf)) {
        ofOneTree.computeIfAbsent(root, tree -> new ArrayList<>()).add(piece);
      }
    }
    int count = pieces.size();
    for (int number = 0; number < count; number++) {
      ReplayPiece piece = pieces.get(number);
      Set<MergeNode> near = trees.near(piece.node, groups);
      for (MergeNode root : forest.roots(piece.node)) {
        for (ReplayPiece other : ofOneTree.get(root)) near.add(other.node);
      }
      for (MergeNode node : near) {
        ReplayPiece other = piece(node);
        if (!other.changed || other.number < number) link(piece, other);
      }
    }
  }

  private void change(MergeNode node) {
    if (node.broken || node.taken) return;
    trees.touch(node).taken = true;
    ReplayPiece piece = present(piece(node));
    piece.changed = true;
    for (MergeNode other : trees.near(node, groups))
      if (!isChanged(other)) link(piece, piece(other));
  }

  private void remember(MergeNode node) {
    if (node.broken) return;
    node.done = true;
    TreeSet<Integer> links = new TreeSet<>();
    List<ReplayPiece> parts = new ArrayList<>();
    for (MergeNode part : List.of(node.left, node.right)) {
      if (part.piece == null) continue;
      parts.add(part.piece);
      links(part.piece, links);
    }
    ReplayPiece joined = new ReplayPiece(node, links.isEmpty() ? null : groups.ofParts(node));
    for (int number : links) link(joined, pieces.get(number));
    for (ReplayPiece part : parts) part.end(joined.number);
  }

  private void join(ReplayPiece a, ReplayPiece b, double similarity) {
    Set<MergeNode> near = new LinkedHashSet<>();
    for (ReplayPiece part : List.of(a, b)) {
      if (part.changed) continue;
      trees.touch(part.node).taken = true;
      trees.lose(part.node);
      near.addAll(trees.near(part.node, groups));
    }
    TreeSet<Integer> links = new TreeSet<>();
    links(a, links);
    links(b, links);
    MergeNode node = MergeNode.join(a.node, b.node, similarity, table);
    trees.touch(node).fresh = true;
    ReplayPiece joined = present(new ReplayPiece(node, new Group(a.group, b.group)));
    joined.changed = true;
    a.end(joined.number);
    b.end(joined.number);
    for (int number : links) {
      ReplayPiece other = pieces.get(number);
      if (!other.isAlive()) continue;
      link(joined, other);
      near.remove(other.node);
    }
    for (MergeNode other : near) if (!isChanged(other)) link(joined, piece(other));
  }

  /** Links two groups, of which one is changed, if they may be joined. */
  private void link(ReplayPiece a, ReplayPiece b) {
    if (!a.group.mayJoin(b.group)) return;
    double similarity = a.group.similarity(b.group);
    if (similarity < floor) return;
    present(a).link(present(b).number);
    b.link(a.number);
    queue.add(
        new ReplayStep(
            JoinOrder.of(similarity, a.group.key(), b.group.key()),
            ReplayStep.Kind.LINK,
            a,
            b,
            null));
  }

  /** The groups that a piece was linked with, or what they are part of now. */
  private void links(ReplayPiece piece, Set<Integer> found) {
    for (int link : piece.links()) {
      int last = link;
      while (last != ReplayPiece.NONE && pieces.get(last).into != last)
        last = pieces.get(last).into;
      if (last != ReplayPiece.NONE) found.add(last);
    }
  }

  private ReplayPiece piece(MergeNode node) {
    return node.piece != null ? node.piece : new ReplayPiece(node, groups.of(node));
  }

  private static boolean isChanged(MergeNode node) {
    return node.piece != null && node.piece.changed;
  }

  private ReplayPiece present(ReplayPiece piece) {
    if (piece.number != ReplayPiece.NONE) return piece;
    piece.number = pieces.size();
    piece.into = piece.number;
    pieces.add(piece);
    trees.touch(piece.node).piece = piece;
    trees.schedule(piece.node);
    return piece;
  }
}
