package dev.facecore.gallery;

import dev.facecore.stage.ThresholdTable;
import java.util.OptionalDouble;

/**
 * From which similarity on a face is taken for the enrolled one nearest to it, and what that means
 * in a gallery of some size.
 *
 * @param similarity the cosine similarity, 0 to 1
 * @param faces how many faces are enrolled
 * @param falsePositiveRate the share of unknown faces that are taken for someone enrolled; empty
 *     where the model was not measured at this similarity
 */
public record IdentificationThreshold(
    double similarity, int faces, OptionalDouble falsePositiveRate) {
  /** With the rate that follows from a model's table. */
  static IdentificationThreshold of(double similarity, int faces, ThresholdTable table) {
    OptionalDouble perPair = table.falseMatchRateAt(similarity);
    return new IdentificationThreshold(
        similarity,
        faces,
        perPair.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(anyOf(faces, perPair.getAsDouble())));
  }

  /** 1 - (1 - p)^n without the loss of digits that this has for a small p. */
  private static double anyOf(int faces, double perPair) {
    return -Math.expm1(faces * Math.log1p(-perPair));
  }
}
