package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerificationTest {
  @Test
  void best_threshold_equals_trying_every_one() {
    Random random = new Random(7);
    int checked = 0;
    for (int round = 0; round < 50; round++) {
      List<Verification.Judged> judged = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        boolean same = random.nextBoolean();
        double similarity =
            Math.round((random.nextGaussian() * 0.2 + (same ? 0.5 : 0.2)) * 50) / 50.0;
        judged.add(new Verification.Judged(similarity, same));
      }
      assertEquals(
          byTryingAll(judged), Verification.best(new ArrayList<>(judged), 0, 0).accuracy(), 1e-12);
      checked++;
    }
    assertEquals(50, checked);
  }

  private static double byTryingAll(List<Verification.Judged> judged) {
    long best = 0;
    for (int step = -200; step <= 200; step++) {
      double threshold = step / 100.0 - 0.005;
      best =
          Math.max(
              best,
              judged.stream()
                  .filter(pair -> pair.same() == pair.similarity() >= threshold)
                  .count());
    }
    return (double) best / judged.size();
  }

  @Test
  void pictures_without_a_face_count_as_different() {
    List<Verification.Judged> judged = new ArrayList<>(List.of(new Verification.Judged(0.9, true)));
    Verification result = Verification.best(judged, 1, 2);
    assertEquals(4, result.pairs());
    assertEquals(0.75, result.accuracy(), 1e-12);
  }
}
