package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NonMaxSuppressionTest {
  @Test
  void equals_striking_out_by_hand() {
    int struckOut = 0;
    for (int seed = 0; seed < 100; seed++) {
      List<Candidate> candidates = candidates(new Random(seed), 40);
      List<Candidate> kept = NonMaxSuppression.keep(candidates, 0.4, Deadline.unlimited());
      assertEquals(obvious(candidates, 0.4), kept);
      struckOut += candidates.size() - kept.size();
    }
    assertTrue(struckOut > 500, "only " + struckOut + " candidates were struck out");
  }

  @Test
  void the_limit_itself_is_allowed() {
    Candidate one = box(0, 0, 10, 10, 0.9f);
    Candidate half = box(0, 0, 10, 5, 0.8f);
    assertEquals(
        List.of(one, half), NonMaxSuppression.keep(List.of(half, one), 0.5, Deadline.unlimited()));
    assertEquals(
        List.of(one), NonMaxSuppression.keep(List.of(half, one), 0.49, Deadline.unlimited()));
  }

  @Test
  void of_equal_scores_the_earlier_is_kept() {
    Candidate one = box(0, 0, 10, 10, 0.9f);
    Candidate other = box(1, 0, 11, 10, 0.9f);
    assertEquals(
        List.of(one), NonMaxSuppression.keep(List.of(one, other), 0.4, Deadline.unlimited()));
    assertEquals(
        List.of(other), NonMaxSuppression.keep(List.of(other, one), 0.4, Deadline.unlimited()));
  }

  @Test
  void by_the_smaller_box_one_inside_another_is_struck_out() {
    Candidate large = box(0, 0, 10, 10, 0.9f);
    Candidate inside = box(4, 4, 6, 6, 0.8f);
    List<Candidate> both = List.of(inside, large);
    assertEquals(2, NonMaxSuppression.keep(both, 0.7, Deadline.unlimited()).size());
    assertEquals(
        List.of(large),
        NonMaxSuppression.keep(
            both, face -> face, Candidate::shareOfSmaller, 0.7, Deadline.unlimited()));
    assertEquals(1, large.shareOfSmaller(inside));
    assertEquals(0.5, large.shareOfSmaller(box(5, 0, 15, 10, 0)));
    assertEquals(0, large.shareOfSmaller(box(10, 10, 20, 20, 0)));
  }

  @Test
  void a_deadline_ends_it_among_many_candidates() {
    List<Candidate> apart = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) apart.add(box(i, 0, i + 1, 1, 1f / (1 + i)));
    Deadline over = Deadline.unlimited();
    int[] compared = {0};
    assertThrows(
        DeadlineException.class,
        () ->
            NonMaxSuppression.keep(
                apart,
                face -> face,
                (one, other) -> {
                  if (++compared[0] == 5000) over.cancel();
                  return 0;
                },
                0.4,
                over));
    assertTrue(compared[0] < 20_000, "compared " + compared[0]);
  }

  @Test
  void nothing_gives_nothing() {
    assertEquals(List.of(), NonMaxSuppression.keep(List.of(), 0.4, Deadline.unlimited()));
  }

  /** Takes the best that is left and strikes out all that overlap it, until none is left. */
  private static List<Candidate> obvious(List<Candidate> candidates, double maxOverlap) {
    List<Candidate> left = new ArrayList<>(candidates);
    List<Candidate> kept = new ArrayList<>();
    while (!left.isEmpty()) {
      Candidate best = left.get(0);
      for (Candidate candidate : left) if (candidate.score() > best.score()) best = candidate;
      left.remove(best);
      kept.add(best);
      Candidate chosen = best;
      left.removeIf(candidate -> intersectionOverUnion(chosen, candidate) > maxOverlap);
    }
    return kept;
  }

  private static double intersectionOverUnion(Candidate one, Candidate other) {
    double wide =
        Math.max(0, Math.min(one.right(), other.right()) - Math.max(one.left(), other.left()));
    double high =
        Math.max(0, Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top()));
    double first = (one.right() - one.left()) * (one.bottom() - one.top());
    double second = (other.right() - other.left()) * (other.bottom() - other.top());
    return wide * high / (first + second - wide * high);
  }

  private static List<Candidate> candidates(Random random, int count) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double left = 60 * random.nextDouble();
      double top = 60 * random.nextDouble();
      double width = 10 + 30 * random.nextDouble();
      double height = 10 + 30 * random.nextDouble();
      candidates.add(box(left, top, left + width, top + height, random.nextInt(20) / 20f));
    }
    return candidates;
  }

  private static Candidate box(double left, double top, double right, double bottom, float score) {
    return new Candidate(left, top, right, bottom, score, new double[10]);
  }
}
