package dev.facecore.internal.dedup;

import dev.facecore.Face;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The groups of {@link dev.facecore.DedupMode#CLUSTER}: average linkage cut at the threshold.
 *
 * <p>Of all pairs of groups that may be joined the most similar is joined first, on a tie the one
 * whose faces come first in {@link ContentOrder}, so that the input order plays no part. Identical
 * embeddings count as the most similar of all. With {@code samePhotoDistinct} two groups that share
 * a picture are never joined.
 */
public final class Clusters {
  // Half a million pairs and what is built on them take some 40 MB.
  private static final int PAIRS_AT_ONCE = 1 << 19;

  private Clusters() {}

  /**
   * Groups faces.
   *
   * @throws IllegalArgumentException if they were not all embedded by one model
   */
  public static Grouping group(
      List<Face> faces, double similarity, boolean samePhotoDistinct, Readability readability) {
    return group(faces, similarity, samePhotoDistinct, readability, PAIRS_AT_ONCE);
  }

  static Grouping group(
      List<Face> faces,
      double similarity,
      boolean samePhotoDistinct,
      Readability readability,
      int pairsAtOnce) {
    if (faces.isEmpty()) return new Grouping(new int[0]);
    Vectors.requireOneModel(faces.get(0).embedding(), faces);
    int[] order =
        IntStream.range(0, faces.size())
            .boxed()
            .sorted(Comparator.comparing(faces::get, ContentOrder.FACES))
            .mapToInt(i -> i)
            .toArray();
    List<Face> sorted = IntStream.of(order).mapToObj(faces::get).toList();
    Matching matching = new Matching(readability);
    List<Group> groups = identical(sorted, matching, samePhotoDistinct);
    int[] groupOf = new int[order.length];
    for (Group group : linked(groups, matching, similarity, samePhotoDistinct, pairsAtOnce)) {
      for (int member : group.members()) groupOf[order[member]] = group.key();
    }
    return new Grouping(groupOf);
  }

  /**
   * Joins what is most similar first, as many pairs at a time as memory allows: joining never makes
   * groups more similar to others, so all joins above a floor come before all joins below it.
   */
  private static List<Group> linked(
      List<Group> start,
      Matching matching,
      double similarity,
      boolean samePhotoDistinct,
      int pairsAtOnce) {
    int size = start.get(0).size();
    List<Group> groups = start;
    int limit = pairsAtOnce;
    while (true) {
      Vectors vectors = new GroupVectors(groups, size, matching, samePhotoDistinct);
      Pairs pairs = PairSearch.find(vectors, similarity - FirstSeen.TOLERANCE, limit);
      groups = AverageLinkage.join(groups, pairs, samePhotoDistinct);
      if (!pairs.isTruncated()) return groups;
      // More ties at the top than fit: only room for all of them leads on.
      if (pairs.count() == 0) limit = Math.multiplyExact(limit, 2);
    }
  }

  private static List<Group> identical(
      List<Face> sorted, Matching matching, boolean samePhotoDistinct) {
    List<Group> groups = new ArrayList<>();
    for (int from = 0, to = 1; to <= sorted.size(); to++) {
      if (to < sorted.size() && sorted.get(to).embedding().equals(sorted.get(from).embedding())) {
        continue;
      }
      if (samePhotoDistinct) {
        groups.addAll(apart(sorted, matching, from, to));
      } else {
        groups.add(new Group(sorted, matching, IntStream.range(from, to).toArray()));
      }
      from = to;
    }
    groups.sort(Comparator.comparingInt(Group::key));
    return groups;
  }

  /** Each face joins the first group of its equals that does not show its picture. */
  private static List<Group> apart(List<Face> sorted, Matching matching, int from, int to) {
    List<List<Integer>> members = new ArrayList<>();
    List<Set<Integer>> pictures = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int group = 0;
      while (group < members.size() && !pictures.get(group).add(sorted.get(i).imageIndex())) {
        group++;
      }
      if (group == members.size()) {
        members.add(new ArrayList<>());
        pictures.add(new HashSet<>(Set.of(sorted.get(i).imageIndex())));
      }
      members.get(group).add(i);
    }
    return members.stream()
        .map(group -> new Group(sorted, matching, group.stream().mapToInt(i -> i).toArray()))
        .toList();
  }
}
