package dev.facecore.evaluate;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.util.List;
import java.util.function.BiPredicate;

/** Counts pairs of faces of different images that a grouping took for one person. */
final class FalseJoins {
  private final List<Face> faces;
  private final double threshold;
  private final Readability readability;

  /**
   * Of these faces, by their image index.
   *
   * @param readability that of their model, as the extractor groups
   */
  FalseJoins(List<Face> faces, double threshold, Readability readability) {
    this.faces = faces;
    this.threshold = threshold;
    this.readability = readability;
  }

  /** How many pairs of one person, in different images, are false. */
  int count(DedupMode mode, BiPredicate<Face, Face> isFalse) {
    int joins = 0;
    for (Person person :
        FaceDeduplicator.of(mode, threshold, false).withReadability(readability).group(faces)) {
      List<Face> seen =
          person.sightings().stream().map(Sighting::faceIndex).map(faces::get).toList();
      for (int a = 0; a < seen.size(); a++) {
        for (int b = a + 1; b < seen.size(); b++) {
          boolean apart = seen.get(a).imageIndex() != seen.get(b).imageIndex();
          if (apart && isFalse.test(seen.get(a), seen.get(b))) joins++;
        }
      }
    }
    return joins;
  }
}
