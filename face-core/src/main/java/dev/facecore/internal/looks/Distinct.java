package dev.facecore.internal.looks;

import dev.facecore.stage.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One detection for each face where several looks found it. */
final class Distinct {
  /** Two boxes that overlap by more than this show one face; as within one look. */
  private static final double MAX_OVERLAP = 0.4;

  private Distinct() {}

  /** By descending confidence, those that overlap none kept before. */
  static List<Detection> of(List<Detection> faces) {
    List<Detection> byConfidence = new ArrayList<>(faces);
    byConfidence.sort(Comparator.comparingDouble(Detection::confidence).reversed());
    List<Detection> kept = new ArrayList<>();
    for (Detection face : byConfidence) {
      if (kept.stream().noneMatch(other -> other.box().overlap(face.box()) > MAX_OVERLAP))
        kept.add(face);
    }
    return kept;
  }
}
