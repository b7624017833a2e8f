package dev.facecore.internal.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilarityTransformTest {
  private static final int ROUNDS = 300;

  @Test
  void equals_umeyama_by_singular_values() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      List<Point> from = points(random, 5);
      List<Point> to = points(random, 5);
      SimilarityTransform fast = SimilarityTransform.between(from, to);
      double[][] slow = Umeyama.matrix(from, to);
      double scale = 1 + Math.abs(slow[0][2]) + Math.abs(slow[1][2]);
      assertEquals(slow[0][0], fast.a(), 1e-9 * scale);
      assertEquals(slow[1][1], fast.a(), 1e-9 * scale);
      assertEquals(slow[1][0], fast.b(), 1e-9 * scale);
      assertEquals(slow[0][1], -fast.b(), 1e-9 * scale);
      assertEquals(slow[0][2], fast.moveX(), 1e-9 * scale);
      assertEquals(slow[1][2], fast.moveY(), 1e-9 * scale);
    }
  }

  @Test
  void no_nearby_transform_comes_closer() {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      List<Point> from = points(random, 5);
      List<Point> to = points(random, 5);
      SimilarityTransform best = SimilarityTransform.between(from, to);
      double least = squares(best, from, to);
      for (int i = 0; i < 8; i++) {
        SimilarityTransform other =
            new SimilarityTransform(
                best.a() + 0.01 * random.nextGaussian(),
                best.b() + 0.01 * random.nextGaussian(),
                best.moveX() + random.nextGaussian(),
                best.moveY() + random.nextGaussian());
        assertTrue(squares(other, from, to) > least);
      }
    }
  }

  @Test
  void undoes_a_known_transform() {
    SimilarityTransform known = new SimilarityTransform(0.3, -1.2, 40, -7);
    List<Point> from = points(new Random(3), 5);
    List<Point> to = from.stream().map(known::apply).toList();
    SimilarityTransform found = SimilarityTransform.between(from, to);
    assertEquals(0.3, found.a(), 1e-12);
    assertEquals(-1.2, found.b(), 1e-12);
    assertEquals(40, found.moveX(), 1e-9);
    assertEquals(-7, found.moveY(), 1e-9);
  }

  @Test
  void scaling_follows_the_transform() {
    SimilarityTransform transform = new SimilarityTransform(0.5, 0.25, 3, 4);
    Point once = transform.apply(new Point(10, 20));
    Point scaled = transform.scaledBy(160 / 112.0).apply(new Point(10, 20));
    assertEquals(once.x() * 160 / 112, scaled.x(), 1e-12);
    assertEquals(once.y() * 160 / 112, scaled.y(), 1e-12);
  }

  @Test
  void coinciding_points_are_refused() {
    List<Point> same = Collections.nCopies(5, new Point(3, 4));
    List<Point> to = points(new Random(4), 5);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> SimilarityTransform.between(same, to));
    assertTrue(refused.getMessage().contains("3.0"), refused::getMessage);
  }

  private static double squares(SimilarityTransform transform, List<Point> from, List<Point> to) {
    double sum = 0;
    for (int i = 0; i < from.size(); i++) {
      sum += Math.pow(transform.apply(from.get(i)).distanceTo(to.get(i)), 2);
    }
    return sum;
  }

  private static List<Point> points(Random random, int count) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(new Point(500 * random.nextDouble() - 100, 500 * random.nextDouble() - 100));
    }
    return points;
  }
}
