package dev.facecore.gallery;

import dev.facecore.stage.ThresholdTable;
import java.util.OptionalDouble;

/**
 * The similarity from which a face is recognised as the nearest enrolled one, and its error rate in
 * a gallery of a given size.
 *
 * @param similarity the cosine similarity, 0 to 1
 * @param faces the number of enrolled faces
 * @param falsePositiveRate the share of strangers that are accepted by mistake; empty if the model
 *     was not measured at this similarity
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
