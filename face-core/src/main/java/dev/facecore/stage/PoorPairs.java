package dev.facecore.stage;

import dev.facecore.internal.check.Require;
import java.util.List;

/**
 * How often two strangers reach a similarity where neither can be read well, as measured for one
 * model. Immutable.
 *
 * <p>What counts is the better of the two: a poor face resembles other poor faces only, and against
 * a clear one it matches as rarely as clear ones do.
 *
 * @param bands by ascending length; a pair whose better face is as long as the last one's end or
 *     longer is as clear as those of the {@link ThresholdTable}
 */
public record PoorPairs(List<Band> bands) {
  /** Takes all pairs for clear: used when a model was not measured. */
  public static final PoorPairs NOT_MEASURED = new PoorPairs(List.of());

  /**
   * The rates of the pairs whose better face has a raw embedding of some length.
   *
   * @param below the length where the band ends; it begins where the one before ends
   * @param rows two or more, by ascending similarity
   */
  public record Band(double below, List<Row> rows) {
    /** Refuses fewer than two rows, and rows whose similarity or rate does not go its way. */
    public Band {
      Require.notNegative("below", below);
      rows = Require.all("rows", rows);
      if (rows.size() < 2) {
        throw new IllegalArgumentException("rows must be two or more, got " + rows.size());
      }
      for (int i = 1; i < rows.size(); i++) {
        Row before = rows.get(i - 1);
        Row row = rows.get(i);
        if (row.similarity > before.similarity && row.falseMatchRate < before.falseMatchRate) {
          continue;
        }
        throw new IllegalArgumentException(
            "rows must rise in similarity and fall in falseMatchRate, got "
                + row
                + " after "
                + before);
      }
    }

    /**
     * Returns the share of its pairs that reach a similarity: the logarithm is linear between two
     * rows, and goes on so after the last, which is too high rather than too low because the
     * similarities of strangers fall off ever faster.
     */
    public double falseMatchRateAt(double similarity) {
      if (similarity <= rows.get(0).similarity) return rows.get(0).falseMatchRate;
      int next = 1;
      while (next < rows.size() - 1 && similarity > rows.get(next).similarity) next++;
      Row from = rows.get(next - 1);
      Row to = rows.get(next);
      double share = (similarity - from.similarity) / (to.similarity - from.similarity);
      double rate = Math.log(from.falseMatchRate);
      return Math.exp(rate + share * (Math.log(to.falseMatchRate) - rate));
    }
  }

  /** The share of pairs of strangers that reach a similarity. */
  public record Row(double similarity, double falseMatchRate) {
    /** Refuses values outside 0 to 1 and a rate of 0, which no measurement can show. */
    public Row {
      Require.ratio("similarity", similarity);
      Require.ratio("falseMatchRate", falseMatchRate);
      if (falseMatchRate == 0) {
        throw new IllegalArgumentException("falseMatchRate must be above 0, got 0");
      }
    }
  }

  /** Refuses bands whose lengths do not ascend; the list is copied. */
  public PoorPairs {
    bands = Require.all("bands", bands);
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).below > bands.get(i - 1).below) continue;
      throw new IllegalArgumentException(
          "bands must ascend, got " + bands.get(i).below + " after " + bands.get(i - 1).below);
    }
  }

  /** Returns the length from which a face makes every pair clear; 0 where nothing was measured. */
  public double end() {
    return bands.isEmpty() ? 0 : bands.get(bands.size() - 1).below;
  }

  /** Returns the band of a pair whose better face has a length below {@link #end}. */
  Band bandOf(double betterLength) {
    return bands.stream().filter(band -> betterLength < band.below).findFirst().orElseThrow();
  }
}
