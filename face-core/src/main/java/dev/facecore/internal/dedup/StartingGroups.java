package dev.facecore.internal.dedup;

import dev.facecore.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The groups that average linkage starts from: faces that are known to be one person, whatever else
 * holds, and then equal faces, each with the first group of its equals that it may join.
 *
 * <p>What may not be joined shares a mark: a picture, where two faces of one picture are two
 * people, or a pair that is known to be different. A group has the marks of its faces, so equal
 * faces that are in two groups here are in two groups for ever.
 */
final class StartingGroups {
  private final List<Face> sorted;
  private final int[] parents;
  private final int[][] marks;

  /**
   * @param sorted the faces in {@link ContentOrder}; what is said of pairs refers to it
   */
  private StartingGroups(List<Face> sorted, boolean samePhotoDistinct, List<Links.Pair> different) {
    this.sorted = sorted;
    parents = IntStream.range(0, sorted.size()).toArray();
    marks = new int[sorted.size()][];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = samePhotoDistinct ? new int[] {sorted.get(i).imageIndex()} : Marks.NONE;
    }
    for (int number = 0; number < different.size(); number++) {
      // Pictures are numbered from 0 up, pairs from -1 down.
      int[] mark = {-1 - number};
      Links.Pair pair = different.get(number);
      marks[pair.a()] = Marks.merged(marks[pair.a()], mark);
      marks[pair.b()] = Marks.merged(marks[pair.b()], mark);
    }
  }

  /**
   * The groups by ascending key.
   *
   * @throws IllegalArgumentException if a pair is known to be different and, through others, the
   *     same
   */
  static List<Group> of(
      List<Face> sorted, Matching matching, boolean samePhotoDistinct, Links links) {
    StartingGroups start = new StartingGroups(sorted, samePhotoDistinct, links.different());
    for (Links.Pair pair : links.same()) start.join(start.root(pair.a()), start.root(pair.b()));
    for (Links.Pair pair : links.different()) {
      if (start.root(pair.a()) == start.root(pair.b())) {
        throw new IllegalArgumentException("two faces are said to be the same and different");
      }
    }
    start.joinEqual();
    return start.groups(matching);
  }

  private void joinEqual() {
    for (int from = 0, to = 1; to <= sorted.size(); to++) {
      if (to < sorted.size() && sorted.get(to).embedding().equals(sorted.get(from).embedding())) {
        continue;
      }
      if (to - from > 1) joinEqual(from, to);
      from = to;
    }
  }

  private void joinEqual(int from, int to) {
    List<Integer> groups = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int group = root(i);
      boolean joined = false;
      for (int n = 0; n < groups.size() && !joined; n++) {
        int other = root(groups.get(n));
        joined = other == group || !Marks.meet(marks[other], marks[group]);
        if (joined) join(other, group);
      }
      if (!joined) groups.add(group);
    }
  }

  private void join(int a, int b) {
    if (a == b) return;
    int first = Math.min(a, b);
    int[] both = Marks.merged(marks[a], marks[b]);
    parents[Math.max(a, b)] = first;
    marks[first] = both;
  }

  private int root(int face) {
    int root = face;
    while (parents[root] != root) root = parents[root];
    for (int at = face; at != root; ) {
      int next = parents[at];
      parents[at] = root;
      at = next;
    }
    return root;
  }

  private List<Group> groups(Matching matching) {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < parents.length; i++) {
      members.computeIfAbsent(root(i), root -> new ArrayList<>(1)).add(i);
    }
    List<Group> groups = new ArrayList<>(members.size());
    members.forEach(
        (root, faces) ->
            groups.add(
                new Group(
                    sorted, matching, faces.stream().mapToInt(i -> i).toArray(), marks[root])));
    groups.sort(Comparator.comparingInt(Group::key));
    return groups;
  }
}
