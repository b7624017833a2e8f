package dev.facecore.internal.dedup;

import dev.facecore.Face;
import dev.facecore.stage.Readability;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The groups of {@link Clusters} for faces that come and go, exactly: each change costs what it
 * touches, see {@link Replay}. Remembers of each face which others are alike, and of each group the
 * joins that made it. Not thread-safe.
 *
 * <p>Faces have numbers, which the caller gives and may use again once a face is removed. Every
 * change returns the groups that it touched, of which some may be as they were.
 */
public final class LiveClusters {
  // The lists of alike faces of so many, one person's among them, take some MB while they come.
  private static final int FACES_AT_ONCE = 1024;
  private static final int ALIKE_AT_ONCE = 1 << 20;
  // A mean may be this much above all that it is made of.
  private static final double ROUNDING = 1e-9;

  private final double floor;
  private final boolean samePhotoDistinct;
  private final Matching matching;
  private final FaceTable table;
  private final LinkTable links = new LinkTable();
  private final AlikeLists alike = new AlikeLists();
  private final MergeForest forest = new MergeForest();

  /**
   * No faces; the first three arguments are those of {@link Clusters#group}.
   *
   * @param ties an order of the numbers of faces whose content is equal
   */
  public LiveClusters(
      double similarity,
      boolean samePhotoDistinct,
      Readability readability,
      Comparator<Integer> ties) {
    this.samePhotoDistinct = samePhotoDistinct;
    floor = similarity - FirstSeen.TOLERANCE;
    matching = new Matching(readability);
    table = new FaceTable(ties);
  }

  /** Adds faces under numbers that are not in use; two at least may be known to be the same. */
  public List<int[]> add(int[] ids, List<Face> faces) {
    Map<Integer, int[]> groups = new HashMap<>();
    int from = 0;
    while (from < ids.length) {
      int to = from;
      int found = 0;
      Set<Integer> touched = new LinkedHashSet<>();
      while (to < ids.length && to - from < FACES_AT_ONCE && found < ALIKE_AT_ONCE) {
        int end = Math.min(ids.length, to + Panel.WIDTH);
        int[] batch = Arrays.copyOfRange(ids, to, end);
        table.add(batch, faces.subList(to, end));
        int[][] near = AlikeFaces.find(table, table.byRank(), batch, floor - ROUNDING, matching);
        for (int i = 0; i < batch.length; i++) {
          alike.add(batch[i], near[i]);
          found += near[i].length;
          touched.add(batch[i]);
        }
        to = end;
      }
      for (int[] group : regroup(touched, List.of(), List.of(), null)) {
        for (int id : group) groups.put(id, group);
      }
      from = to;
    }
    return List.copyOf(new LinkedHashSet<>(groups.values()));
  }

  /** Removes faces and what is known of them. */
  public List<int[]> remove(int[] ids) {
    Set<Integer> touched = closure(IntStream.of(ids).boxed().toList());
    Set<MergeNode> gone = new LinkedHashSet<>();
    for (int id : ids) {
      touched.remove(id);
      gone.add(forest.leafOf(id));
      links.forget(id);
    }
    table.remove(ids);
    alike.remove(ids, table.byRank(), table::contains);
    List<int[]> groups = regroup(touched, List.of(), gone, null);
    for (int id : ids) forest.forget(id);
    return groups;
  }

  /** Two faces are known to be the same; nothing contradicts it. */
  public List<int[]> same(int a, int b) {
    links.same(a, b);
    return regroup(List.of(a, b), List.of(), List.of(), null);
  }

  /** Two faces are known to be different; nothing contradicts it. */
  public List<int[]> different(int a, int b) {
    if (!links.different(a, b)) return List.of();
    return regroup(List.of(a, b), List.of(), List.of(), new int[] {a, b});
  }

  /** What was known of two faces is no longer. */
  public List<int[]> withdraw(int a, int b) {
    Set<Integer> touched = closure(List.of(a, b));
    boolean different = links.differentFrom(a).containsKey(b);
    links.withdraw(a, b);
    // What may be joined from now on has to be tried from the start.
    return regroup(touched, different ? List.of(a) : List.of(), List.of(), null);
  }

  private List<int[]> regroup(
      Collection<Integer> touched,
      Collection<Integer> restarted,
      Collection<MergeNode> gone,
      int[] parted) {
    ReplayGroups groups =
        new ReplayGroups(table, links, alike, matching, samePhotoDistinct, floor - ROUNDING);
    Replay replay = new Replay(forest, table, groups, floor);
    Set<MergeNode> dropped = new LinkedHashSet<>(gone);
    Set<MergeNode> started = new LinkedHashSet<>();
    startingGroups(closure(touched), dropped, started);
    for (MergeNode root : forest.irregular()) {
      replay.trees().dropAll(root);
      for (MergeNode leaf : root.leaves()) if (!dropped.contains(leaf)) started.add(leaf);
    }
    dropped.forEach(replay.trees()::drop);
    for (int id : restarted) {
      if (started.add(forest.leafOf(id))) replay.trees().drop(forest.leafOf(id));
    }
    if (parted != null) replay.trees().part(forest.leafOf(parted[0]), forest.leafOf(parted[1]));
    List<MergeNode> roots = replay.run(List.copyOf(started));
    return taken(roots, replay.trees().lost());
  }

  /** Finds the starting groups that are not as they were. */
  private void startingGroups(Set<Integer> faces, Set<MergeNode> dropped, Set<MergeNode> started) {
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
  private Set<Integer> closure(Collection<Integer> faces) {
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

  private List<int[]> taken(List<MergeNode> roots, Set<MergeNode> lost) {
    List<int[]> people = new ArrayList<>();
    for (MergeNode root : lost) forest.forgetRoot(root);
    for (MergeNode root : roots) people.add(forest.setRoot(root));
    for (int[] faces : people) {
      for (int id : faces) {
        alike.retain(id, other -> forest.rootOf(other) != forest.rootOf(id));
      }
    }
    for (MergeNode root : lost) listParts(root);
    return people;
  }

  /** The faces of one person that are several people's now become alike ones of each other. */
  private void listParts(MergeNode before) {
    Map<MergeNode, List<Integer>> parts = new HashMap<>();
    for (int id : before.faces()) {
      if (!table.contains(id)) continue;
      parts.computeIfAbsent(forest.rootOf(id), root -> new ArrayList<>()).add(id);
    }
    List<List<Integer>> bySize = new ArrayList<>(parts.values());
    bySize.sort(Comparator.comparing(List::size));
    for (int p = 0; p + 1 < bySize.size(); p++) {
      int[] wanted = ints(bySize.get(p));
      for (int other = p + 1; other < bySize.size(); other++) {
        int[] among = ints(bySize.get(other));
        int[][] near = AlikeFaces.find(table, among, wanted, floor - ROUNDING, matching);
        for (int i = 0; i < wanted.length; i++) {
          for (int id : near[i]) {
            alike.append(wanted[i], id);
            alike.append(id, wanted[i]);
          }
        }
      }
    }
  }

  private static int[] ints(Collection<Integer> numbers) {
    return numbers.stream().mapToInt(i -> i).toArray();
  }
}
