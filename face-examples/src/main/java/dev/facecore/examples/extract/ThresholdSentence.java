package dev.facecore.examples.extract;

import dev.facecore.ThresholdTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** What the threshold of a batch means, in words. */
final class ThresholdSentence {
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private ThresholdSentence() {}

  static String of(ThresholdTable thresholds, double similarity, int faces) {
    if (thresholds.falseMatchRateAt(similarity).isEmpty()) {
      return "How often %s takes strangers for one person at similarity %s was not measured."
          .formatted(thresholds.model(), similarity);
    }
    double rate = thresholds.falseMatchRateAt(similarity).getAsDouble();
    double expected = thresholds.expectedFalseMerges(faces, similarity).getAsDouble();
    return String.format(
        Locale.ROOT,
        "At similarity %s, %s takes strangers for one person in %s of all pairs:"
            + " %s pairs among these %d faces, were they all strangers.",
        similarity,
        thresholds.model(),
        String.format(Locale.ROOT, "%.1e", rate).replace("e-0", "e-"),
        new BigDecimal(expected).round(TWO_DIGITS).stripTrailingZeros().toPlainString(),
        faces);
  }
}
