package dev.facecore.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  @Test
  void a_link_within_a_component_is_not_new() {
    Components components = new Components(4);
    assertTrue(components.join(3, 1));
    assertTrue(components.join(1, 2));
    assertFalse(components.join(2, 3));
    assertArrayEquals(new int[] {0, 1, 1, 1}, components.roots());
  }

  @Test
  void roots_are_those_of_painting_over_and_over() {
    Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      int[] painted = IntStream.range(0, 100).toArray();
      Components components = new Components(100);
      for (int link = 0; link < 60; link++) {
        int a = random.nextInt(100);
        int b = random.nextInt(100);
        components.join(a, b);
        int low = Math.min(painted[a], painted[b]);
        int high = Math.max(painted[a], painted[b]);
        for (int i = 0; i < 100; i++) if (painted[i] == high) painted[i] = low;
      }
      assertArrayEquals(painted, components.roots());
    }
  }
}
