package dev.facecore.examples.extract;

import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tells what the threshold of a batch means. */
final class ThresholdSentence {
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private final ThresholdTable thresholds;
  private final double similarity;
  private final double[] rawLengths;
  private final Readability readability;

  /**
   * For the faces of a batch.
   *
   * @param rawLengths of all its faces
   * @param readability by which they were compared
   */
  ThresholdSentence(
      ThresholdTable thresholds, double similarity, double[] rawLengths, Readability readability) {
    this.thresholds = thresholds;
    this.similarity = similarity;
    this.rawLengths = rawLengths.clone();
    this.readability = readability;
  }

  /** One sentence. */
  String text() {
    OptionalDouble rate = thresholds.falseMatchRateAt(similarity);
    OptionalDouble expected = expectedAt(similarity);
    if (rate.isEmpty() || expected.isEmpty()) {
      return "The error rate of %s at threshold %s was not measured."
          .formatted(thresholds.modelName(), similarity);
    }
    return String.format(
        Locale.ROOT,
        "At threshold %s, %s %% of stranger pairs match by mistake: expect %s false matches among"
            + " %s.",
        similarity,
        rounded(100 * rate.getAsDouble()),
        rounded(expected.getAsDouble()),
        rawLengths.length == 1 ? "1 face" : "these " + rawLengths.length + " faces");
  }

  /** What to do where that is more than one pair, if a stricter threshold was measured. */
  Optional<String> advice() {
    OptionalDouble expected = expectedAt(similarity);
    OptionalDouble fitting = thresholds.fittingFalseMatchRate(rawLengths, readability);
    if (expected.isEmpty() || expected.getAsDouble() <= 1 || fitting.isEmpty()) {
      return Optional.empty();
    }
    double rate = fitting.getAsDouble();
    double stricter = thresholds.similarityAt(rate);
    if (stricter <= similarity) return Optional.empty();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The threshold is loose for so many faces: with --false-match-rate %s (similarity %.3f) expect"
                + " %s.",
            scientific(rate).replace(".0e", "e"),
            stricter,
            rounded(expectedAt(stricter).orElseThrow())));
  }

  private OptionalDouble expectedAt(double threshold) {
    return thresholds.expectedFalseMerges(rawLengths, threshold, readability);
  }

  private static String scientific(double rate) {
    return String.format(Locale.ROOT, "%.1e", rate).replace("e-0", "e-");
  }

  private static String rounded(double number) {
    return new BigDecimal(number).round(TWO_DIGITS).stripTrailingZeros().toPlainString();
  }
}
