package dev.facecore.internal.dedup;

import dev.facecore.Face;
import dev.facecore.stage.Readability;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
  private final StartingLeaves starting;

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
    starting = new StartingLeaves(table, links, forest, matching, samePhotoDistinct);
  }

  /**
   * Saves what is remembered beside faces and links.
   *
   * @param ids all faces, in an order that is known when they are restored
   */
  public void save(DataOutput out, int[] ids) throws IOException {
    int[] positions = new int[table.capacity()];
    for (int i = 0; i < ids.length; i++) positions[ids[i]] = i;
    LiveClustersForm.write(out, ids, id -> positions[id], table, alike, forest);
  }

  /**
   * Restores what was saved, if nothing was added yet; the numbers of the faces are their positions
   * then.
   *
   * @throws IOException if it is damaged, of another version, or of other faces; nothing may be
   *     added then
   */
  public void restore(List<Face> faces, Links known, DataInput in) throws IOException {
    LiveClustersForm.read(in, faces, table, alike, forest);
    known.same().forEach(pair -> links.same(pair.a(), pair.b()));
    known.different().forEach(pair -> links.different(pair.a(), pair.b()));
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
        int[][] near = AlikeFaces.find(table, table.byNumber(), batch, floor - ROUNDING, matching);
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
    Set<Integer> touched = starting.closure(IntStream.of(ids).boxed().toList());
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
    Set<Integer> touched = starting.closure(List.of(a, b));
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
    starting.find(starting.closure(touched), dropped, started);
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
