package dev.facecore.stage;

import dev.facecore.DedupMode;
import dev.facecore.Embedding;
import dev.facecore.internal.check.Require;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Says what a similarity means for one model, as measured. Immutable.
 *
 * <p>Between two rows the logarithm of the false match rate is taken as linear in the similarity:
 * the similarities of different people fall off nearly exponentially, so that a straight line
 * between the rates themselves would be far too high. Nothing is guessed outside the rows.
 *
 * @param model the identity of the model, as its embeddings carry it
 * @param protocol on which pairs it was measured
 * @param rows by ascending similarity; none for a model that was never measured
 * @param poorPairs what it means for faces that cannot be read well, which the rows do not tell
 */
public record ThresholdTable(String model, String protocol, List<Row> rows, PoorPairs poorPairs) {
  // Rates that people would name: 1, 2 or 5 of a power of ten.
  private static final double[] ROUND = {5, 2, 1};

  /**
   * The share of different-person pairs that reach a similarity, and of same-person pairs that do
   * not.
   */
  public record Row(double similarity, double falseMatchRate, double falseNonMatchRate) {
    /** Refuses values outside 0 to 1 and a false match rate of 0, which no measurement can show. */
    public Row {
      Require.ratio("similarity", similarity);
      Require.ratio("falseMatchRate", falseMatchRate);
      Require.ratio("falseNonMatchRate", falseNonMatchRate);
      if (falseMatchRate == 0) {
        throw new IllegalArgumentException("falseMatchRate must be above 0, got 0");
      }
    }
  }

  /**
   * Refuses rows whose similarity does not rise, whose false match rate does not fall, or whose
   * false non-match rate falls.
   */
  public ThresholdTable {
    Require.present("model", model);
    Require.present("protocol", protocol);
    Require.present("poorPairs", poorPairs);
    rows = Require.all("rows", rows);
    for (int i = 1; i < rows.size(); i++) requireAfter(rows.get(i - 1), rows.get(i));
  }

  /** Creates a table without rates for faces that are hard to read. */
  public ThresholdTable(String model, String protocol, List<Row> rows) {
    this(model, protocol, rows, PoorPairs.NOT_MEASURED);
  }

  /**
   * Returns the model's name: the identity up to the {@code @} that the digits follow, if it has
   * any.
   */
  public String modelName() {
    int end = model.lastIndexOf('@');
    return end < 0 ? model : model.substring(0, end);
  }

  /** Returns the false match rate of a similarity; empty outside the measured range. */
  public OptionalDouble falseMatchRateAt(double similarity) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (similarity == row.similarity) return OptionalDouble.of(row.falseMatchRate);
      if (i > 0 && similarity > rows.get(i - 1).similarity && similarity < row.similarity) {
        Row before = rows.get(i - 1);
        double share = (similarity - before.similarity) / (row.similarity - before.similarity);
        double from = Math.log(before.falseMatchRate);
        return OptionalDouble.of(Math.exp(from + share * (Math.log(row.falseMatchRate) - from)));
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * Returns the similarity that has a false match rate.
   *
   * @throws IllegalArgumentException if the rate is outside the measured range
   */
  public double similarityAt(double falseMatchRate) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (falseMatchRate == row.falseMatchRate) return row.similarity;
      if (i > 0
          && falseMatchRate < rows.get(i - 1).falseMatchRate
          && falseMatchRate > row.falseMatchRate) {
        Row before = rows.get(i - 1);
        double from = Math.log(before.falseMatchRate);
        double share = (Math.log(falseMatchRate) - from) / (Math.log(row.falseMatchRate) - from);
        return before.similarity + share * (row.similarity - before.similarity);
      }
    }
    throw new IllegalArgumentException(outside(falseMatchRate));
  }

  /**
   * Returns how many pairs of a batch would match falsely, on average, if all its faces were of
   * different people and clear: all pairs times the false match rate. Empty where the similarity is
   * outside the measured range.
   *
   * @param faces the number of faces, 0 or more
   */
  public OptionalDouble expectedFalseMerges(long faces, double similarity) {
    Require.between("faces", faces, 0, Long.MAX_VALUE);
    OptionalDouble rate = falseMatchRateAt(similarity);
    if (rate.isEmpty()) return rate;
    return OptionalDouble.of(faces * Math.max(0, faces - 1.0) / 2 * rate.getAsDouble());
  }

  /**
   * Returns how many pairs of faces would match falsely, on average, if all were of different
   * people: each pair by how well its better face can be read, an upper estimate of the wrong
   * joins. Empty where the similarity is outside the measured range.
   *
   * @param rawLengths of the faces: see {@link Embedding#rawLength}
   * @param readability by which they are compared; {@link Readability#NOT_MEASURED} for {@link
   *     DedupMode#FIRST}, which compares plainly
   */
  public OptionalDouble expectedFalseMerges(
      double[] rawLengths, double similarity, Readability readability) {
    OptionalDouble rate = falseMatchRateAt(similarity);
    if (rate.isEmpty()) return rate;
    return OptionalDouble.of(
        new ExpectedMatches(rawLengths, poorPairs, readability).at(similarity, rate.getAsDouble()));
  }

  /**
   * Returns the false match rate that fits so many faces: of the measured ones that are 1, 2 or 5
   * of a power of ten, the greatest at which at most one pair is expected to match falsely, or the
   * least if no rate is that low. Empty where no such rate was measured.
   *
   * @param rawLengths of the faces
   * @param readability as for {@link #expectedFalseMerges(double[], double, Readability)}
   */
  public OptionalDouble fittingFalseMatchRate(double[] rawLengths, Readability readability) {
    if (rows.isEmpty()) return OptionalDouble.empty();
    ExpectedMatches expected = new ExpectedMatches(rawLengths, poorPairs, readability);
    OptionalDouble least = OptionalDouble.empty();
    for (int power = 0; power > -20; power--) {
      for (double digit : ROUND) {
        double rate = Double.parseDouble((int) digit + "e" + (power - 1));
        if (rate > rows.get(0).falseMatchRate) continue;
        if (rate < rows.get(rows.size() - 1).falseMatchRate) return least;
        least = OptionalDouble.of(rate);
        if (expected.at(similarityAt(rate), rate) <= 1) return least;
      }
    }
    return least;
  }

  private String outside(double falseMatchRate) {
    if (rows.isEmpty()) {
      return "falseMatchRate "
          + falseMatchRate
          + " has no similarity: "
          + modelName()
          + " was never measured; give a similarity instead";
    }
    return "falseMatchRate must be between "
        + rows.get(rows.size() - 1).falseMatchRate
        + " and "
        + rows.get(0).falseMatchRate
        + ", as measured for "
        + modelName()
        + ", got "
        + falseMatchRate
        + "; give a similarity instead";
  }

  private static void requireAfter(Row before, Row row) {
    if (row.similarity > before.similarity
        && row.falseMatchRate < before.falseMatchRate
        && row.falseNonMatchRate >= before.falseNonMatchRate) {
      return;
    }
    throw new IllegalArgumentException(
        "rows must rise in similarity and fall in falseMatchRate, got " + row + " after " + before);
  }
}
