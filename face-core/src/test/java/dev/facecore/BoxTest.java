package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxTest {
  @Test
  void overlap_equals_counting_cells() {
    Random random = new Random(1);
    int apart = 0;
    for (int round = 0; round < 500; round++) {
      Box one = box(random);
      Box other = box(random);
      double expected = countedOverlap(one, other);
      assertEquals(expected, one.overlap(other), 1e-12);
      assertEquals(one.overlap(other), other.overlap(one), 1e-12);
      if (expected == 0) apart++;
    }
    assertTrue(apart > 20 && apart < 480, apart + " pairs were apart");
  }

  @Test
  void overlap_of_equal_touching_and_empty_boxes() {
    Box box = new Box(-3, 2, 10, 5);
    assertEquals(1, box.overlap(box), 1e-12);
    assertEquals(0, box.overlap(new Box(7, 2, 10, 5)));
    Box empty = new Box(0, 0, 0, 0);
    assertEquals(0, empty.overlap(empty));
  }

  @Test
  void is_clipped_to_the_picture() {
    assertEquals(new Box(0, 0, 5, 6), new Box(-5, -4, 10, 10).clippedTo(100, 50));
    assertEquals(new Box(90, 45, 10, 5), new Box(90, 45, 30, 30).clippedTo(100, 50));
    assertEquals(new Box(0, 0, 100, 50), new Box(-1e9, -1e9, 2e9, 2e9).clippedTo(100, 50));
    assertEquals(new Box(1.5, 2.5, 3, 4), new Box(1.5, 2.5, 3, 4).clippedTo(100, 50));
  }

  @Test
  void outside_the_picture_it_is_empty_at_the_nearest_edge() {
    assertEquals(new Box(100, 20, 0, 10), new Box(150, 20, 30, 10).clippedTo(100, 50));
    assertEquals(new Box(0, 0, 0, 0), new Box(-50, -50, 10, 10).clippedTo(100, 50));
  }

  @Test
  void edges_and_area() {
    Box box = new Box(1, 2, 3, 4);
    assertEquals(4, box.right());
    assertEquals(6, box.bottom());
    assertEquals(12, box.area());
  }

  private static Box box(Random random) {
    return new Box(
        random.nextInt(20), random.nextInt(20), 1 + random.nextInt(15), 1 + random.nextInt(15));
  }

  private static double countedOverlap(Box one, Box other) {
    int both = 0;
    int either = 0;
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 40; y++) {
        boolean first = holds(one, x, y);
        boolean second = holds(other, x, y);
        if (first && second) both++;
        if (first || second) either++;
      }
    }
    return (double) both / either;
  }

  private static boolean holds(Box box, int x, int y) {
    return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
  }
}
