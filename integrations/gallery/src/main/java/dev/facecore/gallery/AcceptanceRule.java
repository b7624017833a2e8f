package dev.facecore.gallery;

import dev.facecore.Threshold;
import dev.facecore.stage.ThresholdTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** How alike a face must be to an enrolled one to be taken for that person. */
@FunctionalInterface
public interface AcceptanceRule {
  /**
   * The threshold in a gallery of so many faces.
   *
   * @throws GalleryException if the model was not measured well enough to say
   */
  IdentificationThreshold threshold(int faces, ThresholdTable table);

  /**
   * At most this share of unknown faces is taken for someone enrolled (the false positive
   * identification rate of ISO/IEC 19795-1).
   *
   * <p>An unknown face is compared with every enrolled one, so that of n comparisons each may have
   * only an n-th of the rate: the sum bounds the chance that any of them matches. The threshold
   * therefore rises as the gallery grows. Where the table ends before the rate that this needs, the
   * rule refuses instead of guessing.
   *
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
            table.modelName()
                + " was never measured, so that no rate can be promised; give a similarity");
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
   * A fixed cosine similarity, 0 to 1, whatever the size of the gallery.
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
            "a false positive rate of %s among %d enrolled faces needs %.2g per comparison, and %s"
                + " was measured down to %.3g only; accept a rate of %s or give a similarity",
            rate,
            faces,
            perPair,
            model,
            lowest,
            possible.toPlainString()));
  }
}
