package dev.facecore.internal.dedup;

import dev.facecore.Face;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the groups that are nearly alike enough to be one person. */
public final class AlikeGroups {
  private AlikeGroups() {}

  /**
   * Two groups, by their positions.
   *
   * @param similarity the mean of all pairs of their faces
   */
  public record Found(int a, int b, double similarity) {}

  /**
   * The pairs of groups whose mean similarity is at least {@code least} and that may be one person,
   * most similar first; at most {@code limit}.
   *
   * @param groups positions of faces
   * @param marks what keeps groups apart: those that have a number in common are left out
   */
  public static List<Found> find(
      List<Face> faces,
      List<int[]> groups,
      List<int[]> marks,
      double least,
      Readability readability,
      int limit) {
    if (groups.isEmpty()) return List.of();
    Matching matching = new Matching(readability);
    List<Group> vectors = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      int[] members = IntStream.of(groups.get(g)).sorted().toArray();
      int[] sorted = IntStream.of(marks.get(g)).sorted().toArray();
      vectors.add(new Group(faces, matching, members, sorted));
    }
    int size = vectors.get(0).size();
    Pairs pairs = PairSearch.find(new GroupVectors(vectors, size, matching), least, 2 * limit);
    return IntStream.range(0, pairs.count())
        .mapToObj(p -> new Found(pairs.low(p), pairs.high(p), pairs.similarity(p)))
        .sorted(
            Comparator.comparingDouble((Found found) -> -found.similarity)
                .thenComparingInt(Found::a)
                .thenComparingInt(Found::b))
        .limit(limit)
        .toList();
  }
}
