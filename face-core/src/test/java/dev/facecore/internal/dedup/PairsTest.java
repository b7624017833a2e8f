package dev.facecore.internal.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairsTest {
  @Test
  void keeps_what_is_above_the_limit_th_largest_in_any_order() {
    Random random = new Random(1);
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < 500; i++) values.add(random.nextInt(300));
    List<Integer> descending = new ArrayList<>(values);
    descending.sort(Collections.reverseOrder());

    for (int limit : new int[] {1, 2, 10, 100, 499}) {
      double floor = descending.get(limit - 1);
      List<Double> expected =
          values.stream().map(v -> (double) v).filter(v -> v > floor).sorted().toList();
      for (int round = 0; round < 10; round++) {
        Collections.shuffle(values, random);
        Pairs pairs = new Pairs(0, limit);
        for (int i = 0; i < values.size(); i++) pairs.add(i, i + 1, values.get(i));
        pairs.finish();

        assertTrue(pairs.isTruncated());
        assertEquals(floor, pairs.floor());
        assertEquals(expected, similarities(pairs));
      }
    }
  }

  @Test
  void keeps_all_that_reach_the_floor_when_they_fit() {
    Pairs pairs = new Pairs(0.5, 3);
    pairs.add(0, 1, 0.5);
    pairs.add(0, 2, 0.49);
    pairs.add(1, 2, 0.7);
    pairs.finish();

    assertFalse(pairs.isTruncated());
    assertEquals(List.of(0.5, 0.7), similarities(pairs));
  }

  private static List<Double> similarities(Pairs pairs) {
    return IntStream.range(0, pairs.count()).mapToObj(pairs::similarity).sorted().toList();
  }
}
