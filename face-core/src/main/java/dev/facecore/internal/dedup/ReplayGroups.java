package dev.facecore.internal.dedup;

import dev.facecore.Face;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the groups of a {@link Replay} with the sums that {@link AverageLinkage} would have. */
final class ReplayGroups {
  private final FaceTable table;
  private final LinkTable links;
  private final AlikeLists lists;
  private final Matching matching;
  private final boolean samePhotoDistinct;
  private final double floor;
  private final List<Face> sorted;

  ReplayGroups(
      FaceTable table,
      LinkTable links,
      AlikeLists lists,
      Matching matching,
      boolean samePhotoDistinct,
      double floor) {
    this.table = table;
    this.links = links;
    this.lists = lists;
    this.matching = matching;
    this.samePhotoDistinct = samePhotoDistinct;
    this.floor = floor;
    sorted = table.sorted();
  }

  /** Other people's faces that are alike. */
  int[] alike(int id) {
    int[] known = lists.of(id);
    if (known != null) return known;
    return AlikeFaces.find(table, table.byNumber(), new int[] {id}, floor, matching)[0];
  }

  Group of(MergeNode node) {
    if (node.piece != null) return node.piece.group;
    if (node.isLeaf() || node.size < Group.SUM_KEPT_FROM) return ofFaces(node.faces());
    // A sum depends on the order of its additions.
    Deque<Group> parts = new ArrayDeque<>();
    List<MergeNode> nodes = node.nodes(Group.SUM_KEPT_FROM);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      MergeNode next = nodes.get(i);
      boolean whole = next.isLeaf() || next.size < Group.SUM_KEPT_FROM;
      parts.push(whole ? ofFaces(next.faces()) : new Group(parts.pop(), parts.pop()));
    }
    return parts.pop();
  }

  /** The same for a group of whose parts one was made already. */
  Group ofParts(MergeNode node) {
    return new Group(of(node.left), of(node.right));
  }

  private Group ofFaces(int[] ids) {
    int[] members = IntStream.of(ids).map(table::rank).sorted().toArray();
    int[] marks = Marks.NONE;
    for (int id : ids) {
      if (samePhotoDistinct) marks = Marks.merged(marks, new int[] {table.face(id).imageIndex()});
      for (int pair : links.differentFrom(id).values()) {
        // Images are numbered from 0 up, pairs from -1 down.
        marks = Marks.merged(marks, new int[] {-1 - pair});
      }
    }
    return new Group(sorted, matching, members, Arrays.stream(marks).distinct().toArray());
  }
}
