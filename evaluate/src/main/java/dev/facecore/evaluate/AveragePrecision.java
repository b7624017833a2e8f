package dev.facecore.evaluate;

import dev.facecore.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well boxes were found: the protocol of PASCAL VOC at an overlap of 0.5, with the whole area
 * under the curve, over the faces of at least one size.
 *
 * <p>A face that is ignored or smaller is neither found nor missed, and neither right nor wrong is
 * a box upon it, nor a box that is itself smaller and upon nothing.
 *
 * @param faces that count
 * @param precision the share of boxes that are right
 * @param recall the share of faces found
 * @param ap50 the area under precision over recall, from the most confident box down
 */
record AveragePrecision(int faces, double precision, double recall, double ap50) {
  private static final double MIN_OVERLAP = 0.5;

  /** A face of the ground truth. */
  record Truth(Box box, boolean ignored) {}

  /** A box that a detector found. */
  record Found(Box box, double confidence) {}

  /** All faces and all boxes of one picture. */
  record Labelled(List<Truth> truths, List<Found> found) {}

  private record Judged(double confidence, boolean right) {}

  /**
   * Over many pictures.
   *
   * @param minSize the least shorter side of a face that counts, in pixels
   */
  static AveragePrecision of(List<Labelled> pictures, double minSize) {
    List<Judged> judged = new ArrayList<>();
    int faces = 0;
    for (Labelled picture : pictures) {
      faces += (int) picture.truths().stream().filter(truth -> counts(truth, minSize)).count();
      judged.addAll(judge(picture, minSize));
    }
    judged.sort(Comparator.comparingDouble(Judged::confidence).reversed());
    int right = (int) judged.stream().filter(Judged::right).count();
    return new AveragePrecision(
        faces, (double) right / judged.size(), (double) right / faces, area(judged, faces));
  }

  private static List<Judged> judge(Labelled picture, double minSize) {
    List<Truth> left = new ArrayList<>(picture.truths());
    List<Found> byConfidence = new ArrayList<>(picture.found());
    byConfidence.sort(Comparator.comparingDouble(Found::confidence).reversed());
    List<Judged> judged = new ArrayList<>();
    for (Found found : byConfidence) {
      Truth truth = best(left, found, minSize);
      if (truth == null) {
        if (size(found.box()) >= minSize) judged.add(new Judged(found.confidence(), false));
      } else if (counts(truth, minSize)) {
        left.remove(truth);
        judged.add(new Judged(found.confidence(), true));
      }
    }
    return judged;
  }

  /** The face that the box is upon: one that counts before any other, then by overlap. */
  private static Truth best(List<Truth> truths, Found found, double minSize) {
    return truths.stream()
        .filter(truth -> truth.box().overlap(found.box()) >= MIN_OVERLAP)
        .max(
            Comparator.<Truth, Boolean>comparing(truth -> counts(truth, minSize))
                .thenComparingDouble(truth -> truth.box().overlap(found.box())))
        .orElse(null);
  }

  private static boolean counts(Truth truth, double minSize) {
    return !truth.ignored() && size(truth.box()) >= minSize;
  }

  private static double size(Box box) {
    return Math.min(box.width(), box.height());
  }

  // From the last box up: the best precision at this recall or any higher one.
  private static double area(List<Judged> judged, int faces) {
    int right = (int) judged.stream().filter(Judged::right).count();
    double best = 0;
    double area = 0;
    for (int i = judged.size() - 1; i >= 0; i--) {
      best = Math.max(best, (double) right / (i + 1));
      if (judged.get(i).right()) {
        area += best / faces;
        right--;
      }
    }
    return area;
  }
}
