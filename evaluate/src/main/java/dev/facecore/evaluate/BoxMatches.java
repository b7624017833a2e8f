package dev.facecore.evaluate;

import dev.facecore.Box;
import dev.facecore.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which boxes of a ground truth were found, and what was found beside them. */
final class BoxMatches {
  /** Intersection over union from which a found box is a box of the ground truth (Pascal VOC). */
  private static final double SAME_FACE = 0.5;

  private final Map<String, List<Box>> truth;
  private final List<Box> found = new ArrayList<>();
  private int falseFaces;

  /**
   * No pictures looked at yet.
   *
   * @param rows with the columns image, x, y, w and h
   */
  BoxMatches(List<Map<String, String>> rows) {
    this.truth = Csv.boxes(rows);
  }

  /** Counts what was found in one picture: the surest first, each box of the truth once. */
  void add(String image, List<Face> faces) {
    List<Box> open = new ArrayList<>(truth.get(image));
    List<Face> bySureness = new ArrayList<>(faces);
    bySureness.sort(Comparator.comparingDouble(Face::confidence).reversed());
    for (Face face : bySureness) {
      open.stream()
          .max(Comparator.comparingDouble(box -> box.overlap(face.box())))
          .filter(box -> box.overlap(face.box()) >= SAME_FACE)
          .ifPresentOrElse(
              box -> {
                open.remove(box);
                found.add(box);
              },
              () -> falseFaces++);
    }
  }

  /** Found of all boxes whose shorter side has at least so many pixels, as {@code 27 of 29}. */
  String share(int side) {
    List<Box> all = truth.values().stream().flatMap(List::stream).toList();
    return count(found, side) + " of " + count(all, side);
  }

  private static long count(List<Box> boxes, int side) {
    return boxes.stream().filter(box -> Math.min(box.width(), box.height()) >= side).count();
  }

  int falseFaces() {
    return falseFaces;
  }
}
