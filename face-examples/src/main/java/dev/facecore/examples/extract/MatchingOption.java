package dev.facecore.examples.extract;

import dev.facecore.Threshold;
import dev.facecore.console.options.Numbers;
import picocli.CommandLine.Option;

/** From when on two faces match: a similarity, or how often strangers may. */
final class MatchingOption {
  @Option(
      names = "--threshold",
      paramLabel = "SIMILARITY",
      defaultValue = "0.4",
      converter = Numbers.Ratio.class,
      description = "Cosine similarity from which two faces are one person, 0 to 1.")
  private double similarity = 0.4;

  @Option(
      names = "--false-match-rate",
      paramLabel = "RATE",
      converter = Numbers.Ratio.class,
      description =
          "Instead of a similarity: the share of pairs of strangers that may match, such as 1e-5.")
  private Double falseMatchRate;

  Threshold threshold() {
    return falseMatchRate == null
        ? Threshold.similarity(similarity)
        : Threshold.falseMatchRate(falseMatchRate);
  }
}
