package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/** Keeps the best of the candidates that show one face. */
final class NonMaxSuppression {
  /** Of the tens of thousands that a picture can have, this many take a few milliseconds. */
  private static final int BETWEEN_LOOKS = 64;

  private NonMaxSuppression() {}

  /**
   * By descending score, each candidate that overlaps none of those kept before it by more than
   * {@code maxOverlap}. Of equal scores the earlier comes first.
   *
   * @param deadline ends it, with {@link dev.facecore.DeadlineException}
   */
  static List<Candidate> keep(List<Candidate> candidates, double maxOverlap, Deadline deadline) {
    return keep(candidates, Function.identity(), Candidate::overlap, maxOverlap, deadline);
  }

  /** The same for things that have a candidate, by any measure of overlap. */
  static <T> List<T> keep(
      List<T> things,
      Function<T, Candidate> candidate,
      ToDoubleBiFunction<Candidate, Candidate> overlap,
      double maxOverlap,
      Deadline deadline) {
    List<T> byScore = new ArrayList<>(things);
    byScore.sort(Comparator.<T>comparingDouble(thing -> candidate.apply(thing).score()).reversed());
    List<T> kept = new ArrayList<>();
    int looked = 0;
    for (T thing : byScore) {
      if (looked++ % BETWEEN_LOOKS == 0) deadline.check();
      Candidate one = candidate.apply(thing);
      if (isClear(one, kept, candidate, overlap, maxOverlap)) kept.add(thing);
    }
    return kept;
  }

  private static <T> boolean isClear(
      Candidate one,
      List<T> kept,
      Function<T, Candidate> candidate,
      ToDoubleBiFunction<Candidate, Candidate> overlap,
      double maxOverlap) {
    for (T better : kept) {
      if (overlap.applyAsDouble(candidate.apply(better), one) > maxOverlap) return false;
    }
    return true;
  }
}
