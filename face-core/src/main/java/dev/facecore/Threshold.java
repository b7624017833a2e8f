package dev.facecore;

import dev.facecore.internal.check.Require;
import dev.facecore.stage.ThresholdTable;

/**
 * Says from which similarity two faces are the same person: given as a similarity, or as an
 * acceptable rate of false matches. A lower similarity, like a higher rate, merges more. Immutable.
 */
public final class Threshold {
  private final double value;
  private final boolean isRate;

  private Threshold(double value, boolean isRate) {
    this.value = value;
    this.isRate = isRate;
  }

  /** Returns a threshold given as a cosine similarity, 0 to 1. */
  public static Threshold similarity(double similarity) {
    Require.ratio("similarity", similarity);
    return new Threshold(similarity, false);
  }

  /**
   * Returns a threshold given as the share of pairs of different people that may match, such as
   * 1e-5; the similarity that this is depends on the model.
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
   * Returns the cosine similarity that this threshold is for a model.
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
