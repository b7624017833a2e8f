package dev.facecore.stage;

/**
 * How many pairs of faces would match falsely, were all of them strangers. Faces of nearly the same
 * length count together, so that the time does not grow with the pairs.
 */
final class ExpectedMatches {
  /** Bins of lengths, fine against what the rates depend on. */
  private static final int BINS = 100;

  private final PoorPairs poorPairs;
  private final Readability readability;
  private final long clear;
  private final long[] poor = new long[BINS];

  ExpectedMatches(double[] rawLengths, PoorPairs poorPairs, Readability readability) {
    this.poorPairs = poorPairs;
    this.readability = readability;
    long above = 0;
    for (double length : rawLengths) {
      if (length < poorPairs.end()) poor[(int) (length / poorPairs.end() * BINS)]++;
      else above++;
    }
    clear = above;
  }

  /**
   * Returns the expected matches at a similarity.
   *
   * @param clearRate the false match rate of clear faces there
   */
  double at(double similarity, double clearRate) {
    double expected = 0;
    long before = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (poor[bin] == 0) continue;
      PoorPairs.Band band = poorPairs.bandOf(middle(bin));
      for (int other = 0; other <= bin; other++) {
        if (poor[other] == 0) continue;
        double pairs =
            other == bin ? poor[bin] * (poor[bin] - 1) / 2.0 : (double) poor[bin] * poor[other];
        double lowered =
            readability.penalty()
                * readability.weight(middle(bin))
                * readability.weight(middle(other));
        // A pair whose similarity is lowered must reach as much more.
        expected += pairs * band.falseMatchRateAt(similarity + lowered);
      }
      before += poor[bin];
    }
    double clearPairs = clear * Math.max(0, clear - 1.0) / 2 + (double) clear * before;
    return expected + clearPairs * clearRate;
  }

  private double middle(int bin) {
    return (bin + 0.5) / BINS * poorPairs.end();
  }
}
