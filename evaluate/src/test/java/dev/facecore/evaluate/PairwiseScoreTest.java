package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairwiseScoreTest {
  @Test
  void equals_looking_at_every_pair() {
    Random random = new Random(3);
    int rounds = 0;
    for (; rounds < 30; rounds++) {
      int[] people = random.ints(60, 0, 12).toArray();
      int[] groups = random.ints(60, 0, 1 + rounds).toArray();
      long joined = 0;
      long one = 0;
      long both = 0;
      for (int a = 0; a < 60; a++) {
        for (int b = 0; b < a; b++) {
          if (groups[a] == groups[b]) joined++;
          if (people[a] == people[b]) one++;
          if (groups[a] == groups[b] && people[a] == people[b]) both++;
        }
      }
      PairwiseScore score = PairwiseScore.of(people, groups);
      assertEquals((double) both / joined, score.precision(), 1e-12);
      assertEquals((double) both / one, score.recall(), 1e-12);
      assertEquals(2.0 * both / (joined + one), score.f1(), 1e-12);
    }
    assertEquals(30, rounds);
  }

  @Test
  void nothing_joined_is_precise_and_recalls_nothing() {
    PairwiseScore apart = PairwiseScore.of(new int[] {1, 1, 2}, new int[] {0, 1, 2});
    assertEquals(new PairwiseScore(1, 0), apart);
    assertEquals(0, apart.f1());
    assertEquals(1, PairwiseScore.of(new int[] {7, 7, 2}, new int[] {4, 4, 9}).f1());
  }
}
