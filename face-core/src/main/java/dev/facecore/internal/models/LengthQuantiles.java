package dev.facecore.internal.models;

/**
 * How the lengths of a model's raw embeddings are distributed over a measured set of faces.
 *
 * @param low the length that 5 % of the faces stay below
 * @param median the length that half of them stay below
 * @param high the length that 95 % of them stay below
 */
public record LengthQuantiles(double low, double median, double high) {
  private static final double LOGIT_OF_95_PERCENT = Math.log(0.95 / 0.05);

  /** Refuses quantiles that do not ascend from above 0. */
  public LengthQuantiles {
    if (!(0 < low && low < median && median < high)) {
      throw new IllegalArgumentException(
          "quality must be three ascending lengths above 0, got "
              + low
              + " "
              + median
              + " "
              + high);
    }
  }

  /**
   * The share of faces that are expected to have a shorter embedding, above 0 and below 1: a
   * logistic curve through the three quantiles, so that lengths beyond them keep their order.
   */
  public double rank(double length) {
    double spread = length < median ? median - low : high - median;
    return 1 / (1 + Math.exp(-LOGIT_OF_95_PERCENT * (length - median) / spread));
  }
}
