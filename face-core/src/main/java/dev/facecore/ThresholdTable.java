package dev.facecore;

import java.util.List;

/**
 * What a similarity means for one model, as measured.
 *
 * @param model the identity of the model
 * @param protocol on which pairs it was measured
 * @param rows by ascending similarity
 */
public record ThresholdTable(String model, String protocol, List<Row> rows) {
  /**
   * The share of different-person pairs that reach a similarity, and of same-person pairs that do
   * not.
   */
  public record Row(double similarity, double falseMatchRate, double falseNonMatchRate) {}

  public ThresholdTable {
    rows = List.copyOf(rows);
  }
}
