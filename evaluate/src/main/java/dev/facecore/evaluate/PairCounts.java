package dev.facecore.evaluate;

import dev.facecore.Embedding;
import java.util.stream.IntStream;

/**
 * How many pairs of faces reach each similarity 0.00, 0.01, …, 1.00, those of one person and those
 * of different people apart. Immutable.
 */
final class PairCounts {
  /** The similarities of the grid are 0 to this many hundredths. */
  static final int STEPS = 100;

  // Slot 0 is for similarities below 0, slot 1 + s for those from s hundredths to the next.
  private final long[] same;
  private final long[] different;

  private PairCounts(long[] same, long[] different) {
    this.same = same;
    this.different = different;
  }

  private static PairCounts none() {
    return new PairCounts(new long[STEPS + 2], new long[STEPS + 2]);
  }

  /** Compares every face with every other, on all cores. */
  static PairCounts of(LabelledFaces labelled) {
    return IntStream.range(0, labelled.faces().size())
        .parallel()
        .mapToObj(face -> withEarlier(labelled, face))
        .reduce(none(), PairCounts::plus);
  }

  private static PairCounts withEarlier(LabelledFaces labelled, int face) {
    PairCounts counts = none();
    Embedding embedding = labelled.faces().get(face).embedding();
    for (int other = 0; other < face; other++) {
      int slot = slot(embedding.similarity(labelled.faces().get(other).embedding()));
      boolean one = labelled.people()[face] == labelled.people()[other];
      (one ? counts.same : counts.different)[slot]++;
    }
    return counts;
  }

  /** Where the grid counts a similarity. */
  static int slot(double similarity) {
    if (similarity < 0) return 0;
    int step = Math.min(STEPS, (int) (similarity * STEPS));
    // The product may round across the border that a comparison with the hundredth would see.
    if (similarity < at(step)) step--;
    else if (step < STEPS && similarity >= at(step + 1)) step++;
    return step + 1;
  }

  /** The similarity of a step. */
  static double at(int step) {
    return (double) step / STEPS;
  }

  private PairCounts plus(PairCounts other) {
    return new PairCounts(sum(same, other.same), sum(different, other.different));
  }

  /** Slot by slot. */
  static long[] sum(long[] a, long[] b) {
    return IntStream.range(0, a.length).mapToLong(i -> a[i] + b[i]).toArray();
  }

  long samePairs() {
    return from(same, 0);
  }

  long differentPairs() {
    return from(different, 0);
  }

  /** Pairs of different people whose similarity is at least that of the step. */
  long falseMatches(int step) {
    return from(different, step + 1);
  }

  /** Pairs of one person whose similarity is below that of the step. */
  long falseNonMatches(int step) {
    return samePairs() - from(same, step + 1);
  }

  /** What is counted from a slot on. */
  static long from(long[] slots, int first) {
    long sum = 0;
    for (int slot = first; slot < slots.length; slot++) sum += slots[slot];
    return sum;
  }
}
