package dev.facecore.evaluate;

import dev.facecore.console.options.Numbers;
import picocli.CommandLine.Option;

/** The option that says from when on two faces match. */
final class MatchingSimilarity {
  @Option(
      names = "--threshold",
      paramLabel = "SIMILARITY",
      defaultValue = "0.4",
      converter = Numbers.Ratio.class,
      description = "Cosine similarity from which two faces match, 0 to 1.")
  private double threshold;

  double threshold() {
    return threshold;
  }
}
