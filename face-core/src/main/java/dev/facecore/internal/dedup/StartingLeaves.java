package dev.facecore.internal.dedup;

import dev.facecore.Face;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** {@link StartingGroups} where some faces or links changed. */
final class StartingLeaves {
  private final FaceTable table;
  private final LinkTable links;
  private final MergeForest forest;
  private final Matching matching;
  private final boolean samePhotoDistinct;

  StartingLeaves(
      FaceTable table,
      LinkTable links,
      MergeForest forest,
      Matching matching,
      boolean samePhotoDistinct) {
    this.table = table;
    this.links = links;
    this.forest = forest;
    this.matching = matching;
    this.samePhotoDistinct = samePhotoDistinct;
  }

  /**
   * Finds the starting groups of these faces that are not as they were.
   *
   * @param dropped takes those that are no longer there
   * @param started takes the new ones
   */
  void find(Set<Integer> faces, Set<MergeNode> dropped, Set<MergeNode> started) {
    int[] ids = faces.stream().sorted(Comparator.comparing(table::rank)).mapToInt(i -> i).toArray();
    Map<Integer, Integer> positions = new HashMap<>();
    for (int i = 0; i < ids.length; i++) positions.put(ids[i], i);
    List<Links.Pair> same = new ArrayList<>();
    List<Links.Pair> different = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      for (int other : links.sameAs(ids[i])) pair(i, positions.get(other), same);
      for (int other : links.differentFrom(ids[i]).keySet()) {
        pair(i, positions.get(other), different);
      }
    }
    List<Face> sorted = IntStream.of(ids).mapToObj(table::face).toList();
    Links known = new Links(same, different);
    for (Group group : StartingGroups.of(sorted, matching, samePhotoDistinct, known)) {
      int[] members = IntStream.of(group.members()).map(i -> ids[i]).toArray();
      MergeNode before = forest.leafOf(members[0]);
      boolean kept = before != null && before.size == members.length;
      for (int id : members) kept &= forest.leafOf(id) == before;
      if (kept) continue;
      for (int id : members) if (forest.leafOf(id) != null) dropped.add(forest.leafOf(id));
      started.add(MergeNode.leaf(members));
    }
    started.forEach(forest::setLeaf);
  }

  private static void pair(int a, Integer b, List<Links.Pair> pairs) {
    if (b != null && a < b) pairs.add(new Links.Pair(a, b));
  }

  /** The faces whose starting groups may depend on these. */
  Set<Integer> closure(Collection<Integer> faces) {
    Set<Integer> found = new LinkedHashSet<>(faces);
    Deque<Integer> open = new ArrayDeque<>(faces);
    while (!open.isEmpty()) {
      int id = open.pop();
      List<Integer> next = new ArrayList<>(links.sameAs(id));
      next.addAll(table.equalTo(id));
      if (forest.leafOf(id) != null) forest.leafOf(id).eachOfLeaf(next::add);
      for (int other : next) if (table.contains(other) && found.add(other)) open.push(other);
    }
    return found;
  }
}
