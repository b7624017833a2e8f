package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.evaluate.AveragePrecision.Found;
import dev.facecore.evaluate.AveragePrecision.Labelled;
import dev.facecore.evaluate.AveragePrecision.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {
  @Test
  void area_equals_trying_every_confidence() {
    double least = 1;
    double most = 0;
    for (int seed = 0; seed < 40; seed++) {
      List<Labelled> pictures = pictures(new Random(seed));
      AveragePrecision found = AveragePrecision.of(pictures, 0);
      assertEquals(byTryingAll(pictures), found.ap50(), 1e-9);
      least = Math.min(least, found.ap50());
      most = Math.max(most, found.ap50());
    }
    assertTrue(most - least > 0.2, least + " to " + most);
  }

  @Test
  void small_and_ignored_faces_are_neither_found_nor_missed() {
    List<Truth> truths =
        List.of(
            new Truth(new Box(0, 0, 40, 40), false),
            new Truth(new Box(100, 0, 10, 40), false),
            new Truth(new Box(200, 0, 40, 40), true),
            new Truth(new Box(300, 0, 40, 40), false));
    List<Found> found =
        List.of(
            new Found(new Box(0, 0, 40, 40), 0.6),
            new Found(new Box(0, 0, 40, 41), 0.55),
            new Found(new Box(100, 0, 10, 40), 0.9),
            new Found(new Box(200, 0, 40, 40), 0.8),
            new Found(new Box(400, 0, 10, 10), 0.7));
    AveragePrecision result = AveragePrecision.of(List.of(new Labelled(truths, found)), 32);
    // One of two faces, its double a mistake; the small box upon nothing is none at this size.
    assertEquals(new AveragePrecision(2, 0.5, 0.5, 0.5), result);
  }

  @Test
  void a_face_that_counts_is_preferred_to_an_ignored_one() {
    List<Truth> truths =
        List.of(new Truth(new Box(0, 0, 40, 40), true), new Truth(new Box(5, 0, 40, 40), false));
    List<Found> found = List.of(new Found(new Box(0, 0, 40, 40), 0.6));
    AveragePrecision result = AveragePrecision.of(List.of(new Labelled(truths, found)), 8);
    assertEquals(new AveragePrecision(1, 1, 1, 1), result);
  }

  private static double byTryingAll(List<Labelled> pictures) {
    TreeSet<Double> confidences = new TreeSet<>(Comparator.reverseOrder());
    pictures.forEach(
        picture -> picture.found().forEach(found -> confidences.add(found.confidence())));
    List<double[]> curve = new ArrayList<>();
    for (double confidence : confidences) curve.add(recallAndPrecision(pictures, confidence));
    double area = 0;
    double before = 0;
    for (double[] point : curve) {
      double best =
          curve.stream()
              .filter(other -> other[0] >= point[0])
              .mapToDouble(other -> other[1])
              .max()
              .orElseThrow();
      area += (point[0] - before) * best;
      before = point[0];
    }
    return area;
  }

  private static double[] recallAndPrecision(List<Labelled> pictures, double confidence) {
    int right = 0;
    int boxes = 0;
    int faces = 0;
    for (Labelled picture : pictures) {
      faces += picture.truths().size();
      List<Truth> left = new ArrayList<>(picture.truths());
      List<Found> kept = new ArrayList<>(picture.found());
      kept.removeIf(found -> found.confidence() < confidence);
      kept.sort(Comparator.comparingDouble(Found::confidence).reversed());
      for (Found found : kept) {
        boxes++;
        Truth best = null;
        for (Truth truth : left) {
          double overlap = truth.box().overlap(found.box());
          if (overlap < 0.5) continue;
          if (best == null || overlap > best.box().overlap(found.box())) best = truth;
        }
        if (best == null) continue;
        left.remove(best);
        right++;
      }
    }
    return new double[] {(double) right / faces, (double) right / boxes};
  }

  private static List<Labelled> pictures(Random random) {
    List<Labelled> pictures = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<Truth> truths = new ArrayList<>();
      List<Found> found = new ArrayList<>();
      for (int face = 0; face < 5; face++) {
        Box box = new Box(30 * face, 0, 20 + random.nextInt(20), 30);
        truths.add(new Truth(box, false));
        for (int tries = random.nextInt(3); tries > 0; tries--) {
          double shift = 12 * random.nextDouble();
          Box near = new Box(box.x() + shift, shift, box.width(), box.height());
          found.add(new Found(near, random.nextDouble()));
        }
      }
      pictures.add(new Labelled(truths, found));
    }
    return pictures;
  }
}
