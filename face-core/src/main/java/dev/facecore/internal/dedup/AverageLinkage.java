package dev.facecore.internal.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Joins the two most similar groups again and again until none is similar enough: average linkage
 * (UPGMA), on the sparse graph of the pairs that are.
 *
 * <p>Two facts keep it sparse. A joined group is no more similar to a third than the more similar
 * of its parts, so only groups that were neighbours of a part can be neighbours of the whole. And
 * its similarity is exact, from the vector sums, whether or not it was a neighbour of both.
 */
final class AverageLinkage {
  private final Pairs pairs;
  // Group n is null once joined; into[n] is then the group that holds it.
  private final List<Group> groups;
  private final int[] into;
  private final int[][] neighbours;
  private final PriorityQueue<Link> queue;

  private AverageLinkage(List<Group> groups, Pairs pairs) {
    this.pairs = pairs;
    this.groups = new ArrayList<>(groups);
    into = IntStream.range(0, 2 * groups.size()).toArray();
    neighbours = new int[2 * groups.size()][];
    queue = new PriorityQueue<>(Math.max(1, pairs.count()));
    fillNeighbours(groups.size());
    for (int p = 0; p < pairs.count(); p++) {
      queue.add(link(pairs.low(p), pairs.high(p), pairs.similarity(p)));
    }
  }

  /**
   * Joins groups for as long as a pair is at or above the floor of {@code pairs}.
   *
   * @param groups by ascending key
   * @param pairs all pairs of them that reach its floor
   * @return the groups that are left, by ascending key
   */
  static List<Group> join(List<Group> groups, Pairs pairs) {
    return new AverageLinkage(groups, pairs).joinAll();
  }

  private List<Group> joinAll() {
    for (Link best = queue.poll(); best != null; best = queue.poll()) {
      if (groups.get(best.a) != null && groups.get(best.b) != null) join(best.a, best.b);
    }
    return groups.stream()
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingInt(Group::key))
        .toList();
  }

  private void join(int a, int b) {
    int joined = groups.size();
    groups.add(new Group(groups.get(a), groups.get(b)));
    groups.set(a, null);
    groups.set(b, null);
    into[a] = joined;
    into[b] = joined;
    neighbours[joined] =
        IntStream.concat(IntStream.of(neighbours[a]), IntStream.of(neighbours[b]))
            .map(this::current)
            .filter(n -> n != joined)
            .sorted()
            .distinct()
            .filter(n -> stayNeighbours(joined, n))
            .toArray();
    neighbours[a] = null;
    neighbours[b] = null;
  }

  private boolean stayNeighbours(int a, int b) {
    if (!groups.get(a).mayJoin(groups.get(b))) return false;
    double similarity = groups.get(a).similarity(groups.get(b));
    return pairs.reaches(similarity) && queue.add(link(a, b, similarity));
  }

  private int current(int group) {
    int last = group;
    while (into[last] != last) last = into[last];
    into[group] = last;
    return last;
  }

  private Link link(int a, int b, double similarity) {
    int first = groups.get(a).key();
    int second = groups.get(b).key();
    return new Link(similarity, Math.min(first, second), Math.max(first, second), a, b);
  }

  private void fillNeighbours(int count) {
    int[] degrees = new int[count];
    for (int p = 0; p < pairs.count(); p++) {
      degrees[pairs.low(p)]++;
      degrees[pairs.high(p)]++;
    }
    for (int i = 0; i < count; i++) neighbours[i] = new int[degrees[i]];
    for (int p = 0; p < pairs.count(); p++) {
      neighbours[pairs.low(p)][--degrees[pairs.low(p)]] = pairs.high(p);
      neighbours[pairs.high(p)][--degrees[pairs.high(p)]] = pairs.low(p);
    }
  }

  /** Two groups that may be joined; the most similar comes first, then the lower keys. */
  private record Link(double similarity, int lowKey, int highKey, int a, int b)
      implements Comparable<Link> {
    @Override
    public int compareTo(Link other) {
      int order = Double.compare(other.similarity, similarity);
      if (order == 0) order = Integer.compare(lowKey, other.lowKey);
      return order != 0 ? order : Integer.compare(highKey, other.highKey);
    }
  }
}
