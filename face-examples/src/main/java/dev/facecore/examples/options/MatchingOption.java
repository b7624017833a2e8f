package dev.facecore.examples.options;

import dev.facecore.Threshold;
import dev.facecore.console.options.Numbers;
import dev.facecore.stage.ThresholdTable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** From when on two faces match: a similarity, or how often strangers may. */
public final class MatchingOption {
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

  /** As chosen. */
  public Threshold threshold() {
    return falseMatchRate == null
        ? Threshold.similarity(similarity)
        : Threshold.falseMatchRate(falseMatchRate);
  }

  /**
   * Refuses a rate that was not measured for the model: before hours of searching, not after.
   *
   * @throws CommandLine.ParameterException that names the option
   */
  public void requireMeasured(ThresholdTable thresholds, CommandLine command) {
    try {
      threshold().similarity(thresholds);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(command, "--false-match-rate: " + e.getMessage());
    }
  }
}
