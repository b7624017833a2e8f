package dev.facecore.evaluate;

import dev.facecore.stage.ThresholdTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A measurement as the rows of a catalogue's threshold table. */
final class ThresholdRows {
  private static final int ROWS_IN_A_LINE = 4;

  private ThresholdRows() {}

  /**
   * The rows that rest on at least so many false matches, rounded as they are printed: three digits
   * of the false match rate, four decimals of the other. Rows that rounding makes equal are left
   * out, for the table refuses them.
   */
  static List<ThresholdTable.Row> of(PairCounts counts, long leastFalseMatches) {
    List<ThresholdTable.Row> rows = new ArrayList<>();
    for (int step = 0; step <= PairCounts.STEPS; step++) {
      long falseMatches = counts.falseMatches(step);
      if (falseMatches < Math.max(1, leastFalseMatches)) break;
      double matched = (double) falseMatches / counts.differentPairs();
      double missed = (double) counts.falseNonMatches(step) / counts.samePairs();
      ThresholdTable.Row row =
          new ThresholdTable.Row(
              PairCounts.at(step),
              Double.parseDouble(falseMatchRate(matched)),
              Double.parseDouble(falseNonMatchRate(missed)));
      if (rows.isEmpty() || row.falseMatchRate() < rows.get(rows.size() - 1).falseMatchRate())
        rows.add(row);
    }
    return rows;
  }

  /** The value of the key {@code NAME.thresholds}. */
  static String print(List<ThresholdTable.Row> rows) {
    StringBuilder text = new StringBuilder("\\");
    for (int i = 0; i < rows.size(); i++) {
      ThresholdTable.Row row = rows.get(i);
      text.append(i % ROWS_IN_A_LINE == 0 ? "\n  " : " ")
          .append(String.format(Locale.ROOT, "%.2f ", row.similarity()))
          .append(falseMatchRate(row.falseMatchRate()))
          .append(' ')
          .append(falseNonMatchRate(row.falseNonMatchRate()));
      if (i < rows.size() - 1) text.append(i % ROWS_IN_A_LINE == ROWS_IN_A_LINE - 1 ? "; \\" : ";");
    }
    return text.toString();
  }

  private static String falseMatchRate(double rate) {
    return String.format(Locale.ROOT, "%.2e", rate).replace("e-0", "e-").replace("e+00", "");
  }

  private static String falseNonMatchRate(double rate) {
    return String.format(Locale.ROOT, "%.4f", rate);
  }
}
