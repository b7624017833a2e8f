package dev.facecore.internal.dedup;

import dev.facecore.Face;
import dev.facecore.stage.Readability;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The groups of {@link dev.facecore.DedupMode#CLUSTER}: average linkage cut at the threshold.
 *
 * <p>Of all pairs of groups that may be joined the most similar is joined first, on a tie the one
 * whose faces come first in {@link ContentOrder}, so that the input order plays no part. Identical
 * embeddings count as the most similar of all. With {@code samePhotoDistinct} two groups that share
 * a picture are never joined.
 *
 * <p>What {@link Links} say comes first: faces that are known to be the same start as one group,
 * and two groups of which a pair is known to be different are never joined. Such a pair of groups
 * is passed over and the next similar pair follows, so that one correction does not keep the rest
 * of both apart from others.
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
    return group(faces, similarity, samePhotoDistinct, readability, Links.NONE);
  }

  /**
   * Groups faces of which something is known. Among faces whose content is equal the earlier in the
   * list counts as the first.
   *
   * @throws IllegalArgumentException if they were not all embedded by one model, or a pair is known
   *     to be both, the same and different
   */
  public static Grouping group(
      List<Face> faces,
      double similarity,
      boolean samePhotoDistinct,
      Readability readability,
      Links links) {
    return group(faces, similarity, samePhotoDistinct, readability, links, PAIRS_AT_ONCE);
  }

  static Grouping group(
      List<Face> faces,
      double similarity,
      boolean samePhotoDistinct,
      Readability readability,
      Links links,
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
    List<Group> groups =
        StartingGroups.of(sorted, matching, samePhotoDistinct, ranked(links, order));
    int[] groupOf = new int[order.length];
    for (Group group : linked(groups, matching, similarity, pairsAtOnce)) {
      for (int member : group.members()) groupOf[order[member]] = group.key();
    }
    return new Grouping(groupOf);
  }

  /**
   * Joins what is most similar first, as many pairs at a time as memory allows: joining never makes
   * groups more similar to others, so all joins above a floor come before all joins below it.
   */
  private static List<Group> linked(
      List<Group> start, Matching matching, double similarity, int pairsAtOnce) {
    int size = start.get(0).size();
    List<Group> groups = start;
    int limit = pairsAtOnce;
    while (true) {
      Vectors vectors = new GroupVectors(groups, size, matching);
      Pairs pairs = PairSearch.find(vectors, similarity - FirstSeen.TOLERANCE, limit);
      groups = AverageLinkage.join(groups, pairs);
      if (!pairs.isTruncated()) return groups;
      // More ties at the top than fit: only room for all of them leads on.
      if (pairs.count() == 0) limit = Math.multiplyExact(limit, 2);
    }
  }

  private static Links ranked(Links links, int[] order) {
    int[] rank = new int[order.length];
    for (int r = 0; r < order.length; r++) rank[order[r]] = r;
    return new Links(ranked(links.same(), rank), ranked(links.different(), rank));
  }

  private static List<Links.Pair> ranked(List<Links.Pair> pairs, int[] rank) {
    return pairs.stream().map(pair -> new Links.Pair(rank[pair.a()], rank[pair.b()])).toList();
  }
}
