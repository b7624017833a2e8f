package dev.facecore;

import dev.facecore.internal.check.Require;
import dev.facecore.stage.ThresholdTable;

/**
 * From which similarity on two faces are the same person: given as a similarity, or as the rate of
 * false matches that is acceptable. A lower similarity, like a higher rate, merges more. Immutable.
 */
public final class Threshold {
  private final double value;
  private final boolean isRate;

  private Threshold(double value, boolean isRate) {
    this.value = value;
    this.isRate = isRate;
  }

  /** The cosine similarity, 0 to 1, that two faces of one person reach at least. */
  public static Threshold similarity(double similarity) {
    Require.ratio("similarity", similarity);
    return new Threshold(similarity, false);
  }

  /**
   * The similarity at which this share of pairs of different people match, such as 1e-5; which
   * similarity that is depends on the model.
   *
   * @throws IllegalArgumentException if the rate is not above 0 and below 1
   */
  public static Threshold falseMatchRate(double rate) {
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException("falseMatchRate must be above 0 and below 1, got " + rate);
    }
    return new Threshold(rate, true);
  }

  /**
   * The cosine similarity that this threshold is for a model.
   *
   * @throws IllegalArgumentException if this is a rate outside those that were measured for it
   */
  public double similarity(ThresholdTable table) {
    return isRate ? table.similarityAt(value) : value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Threshold that && value == that.value && isRate == that.isRate;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(isRate ? -value : value);
  }

  @Override
  public String toString() {
    return (isRate ? "false match rate " : "similarity ") + value;
  }
}
