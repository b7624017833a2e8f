package dev.facecore.gallery;

import dev.facecore.Threshold;
import dev.facecore.stage.ThresholdTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Decides from which similarity a face is recognised as an enrolled person. */
@FunctionalInterface
public interface AcceptanceRule {
  /**
   * Returns the threshold for a gallery.
   *
   * @param faces the number of enrolled faces
   * @param table the error rates of the embedding model
   * @throws GalleryException if the table ends before the rate that this rule needs
   */
  IdentificationThreshold threshold(int faces, ThresholdTable table);

  /**
   * Returns a rule that accepts at most this share of strangers by mistake (the false positive
   * identification rate of ISO/IEC 19795-1).
   *
   * <p>A stranger is compared with every enrolled face, so each of n comparisons gets an n-th of
   * the rate: the threshold rises as the gallery grows.
   *
   * @param rate above 0 and below 1, such as 0.001
   * @throws IllegalArgumentException if the rate is not above 0 and below 1
   */
  static AcceptanceRule falsePositiveRate(double rate) {
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException("rate must be above 0 and below 1, got " + rate);
    }
    return (faces, table) -> {
      List<ThresholdTable.Row> rows = table.rows();
      if (rows.isEmpty()) {
        throw new GalleryException(
            "The model "
                + table.modelName()
                + " has no measured error rates; set a similarity instead of a rate.");
      }
      double lowest = rows.get(rows.size() - 1).falseMatchRate();
      double perPair = rate / Math.max(1, faces);
      if (perPair < lowest) throw notMeasured(rate, faces, perPair, lowest, table.modelName());
      // What matches less often than wished is within the wish.
      double measured = Math.min(perPair, rows.get(0).falseMatchRate());
      double similarity = Threshold.falseMatchRate(measured).similarity(table);
      return IdentificationThreshold.of(similarity, faces, table);
    };
  }

  /**
   * Returns a rule with a fixed cosine similarity, 0 to 1, for galleries of any size.
   *
   * @throws IllegalArgumentException if it is outside 0 to 1
   */
  static AcceptanceRule similarity(double similarity) {
    Threshold fixed = Threshold.similarity(similarity);
    return (faces, table) -> IdentificationThreshold.of(fixed.similarity(table), faces, table);
  }

  private static GalleryException notMeasured(
      double rate, int faces, double perPair, double lowest, String model) {
    // Upwards, so that the rate that is offered can be kept.
    BigDecimal possible = new BigDecimal(lowest * faces).round(new MathContext(2, RoundingMode.UP));
    return new GalleryException(
        String.format(
            Locale.ROOT,
            "A false positive rate of %s with %s needs a false match rate of %.2g, but %s was"
                + " measured only down to %.3g; accept a rate of %s or set a similarity.",
            rate,
            faces == 1 ? "1 enrolled face" : faces + " enrolled faces",
            perPair,
            model,
            lowest,
            possible.toPlainString()));
  }
}
