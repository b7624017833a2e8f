package dev.facecore.evaluate;

import java.util.HashMap;
import java.util.Map;

/**
 * How well a grouping agrees with the truth, pair by pair.
 *
 * @param precision the share of the pairs in one group that are of one person; 1 without such pairs
 * @param recall the share of the pairs of one person that are in one group; 1 without such pairs
 */
record PairwiseScore(double precision, double recall) {
  /** Both arrays hold a number for each face, the same for faces that belong together. */
  static PairwiseScore of(int[] people, int[] groups) {
    Map<Integer, Long> ofPerson = new HashMap<>();
    Map<Integer, Long> ofGroup = new HashMap<>();
    Map<Long, Long> ofBoth = new HashMap<>();
    for (int i = 0; i < people.length; i++) {
      ofPerson.merge(people[i], 1L, Long::sum);
      ofGroup.merge(groups[i], 1L, Long::sum);
      ofBoth.merge(((long) people[i] << 32) | groups[i], 1L, Long::sum);
    }
    long joinedRightly = pairs(ofBoth);
    return new PairwiseScore(
        share(joinedRightly, pairs(ofGroup)), share(joinedRightly, pairs(ofPerson)));
  }

  private static long pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  /** The harmonic mean of both; 0 where both are. */
  double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
