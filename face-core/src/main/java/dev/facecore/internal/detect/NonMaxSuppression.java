package dev.facecore.internal.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the best of the candidates that show one face. */
final class NonMaxSuppression {
  private NonMaxSuppression() {}

  /**
   * By descending score, each candidate that overlaps none of those kept before it by more than
   * {@code maxOverlap}. Of equal scores the earlier comes first.
   */
  static List<Candidate> keep(List<Candidate> candidates, double maxOverlap) {
    List<Candidate> byScore = new ArrayList<>(candidates);
    byScore.sort(Comparator.comparingDouble(Candidate::score).reversed());
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : byScore) {
      if (kept.stream().noneMatch(better -> better.overlap(candidate) > maxOverlap))
        kept.add(candidate);
    }
    return kept;
  }
}
