package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscardCurveTest {
  private static final double THRESHOLD = 0.5;

  @Test
  void equals_counting_the_pairs_of_the_faces_that_are_left() {
    LabelledFaces labelled = MadeUpFaces.of(30, 5);
    DiscardCurve curve = new DiscardCurve(labelled, THRESHOLD);
    double[] values = new Random(6).doubles(120).toArray();
    int points = 0;
    for (double share : new double[] {0, 0.05, 0.1, 0.2, 0.5, 1}) {
      double least =
          Arrays.stream(values).sorted().skip(Math.round(share * 120)).findFirst().orElse(2);
      long pairs = 0;
      long misses = 0;
      for (int a = 0; a < 120; a++) {
        for (int b = 0; b < a; b++) {
          if (values[a] < least || values[b] < least || a / 4 != b / 4) continue;
          pairs++;
          var embedding = labelled.faces().get(a).embedding();
          if (embedding.similarity(labelled.faces().get(b).embedding()) < THRESHOLD) misses++;
        }
      }
      assertEquals(new DiscardCurve.Rest(pairs, misses), curve.without(values, share), "" + share);
      points++;
    }
    assertEquals(6, points);
    assertEquals(180, curve.whole().pairs());
    assertTrue(curve.whole().misses() > 20);
  }

  @Test
  void of_equal_faces_exactly_the_share_is_dropped() {
    LabelledFaces labelled = MadeUpFaces.of(1, 7);
    DiscardCurve curve = new DiscardCurve(labelled, 1);
    assertEquals(new DiscardCurve.Rest(3, 3), curve.without(new double[4], 0.25));
    assertEquals(0.0, curve.without(new double[4], 1).falseNonMatchRate());
  }
}
