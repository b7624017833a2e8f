package dev.facecore;

/** From which similarity on two faces are the same person. A lower threshold merges more. */
public final class Threshold {
  private final double similarity;

  private Threshold(double similarity) {
    this.similarity = similarity;
  }

  /** The cosine similarity, 0 to 1, that two faces of one person reach at least. */
  public static Threshold similarity(double similarity) {
    Require.ratio("similarity", similarity);
    return new Threshold(similarity);
  }

  /** The cosine similarity that this threshold is for a model. */
  public double similarity(ThresholdTable table) {
    return similarity;
  }
}
