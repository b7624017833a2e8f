package dev.facecore.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A measurement of strangers as the value of the key {@code NAME.poor-pairs}. */
final class PoorPairRows {
  /** Every tenth: within a tenth a straight line says all that so few matches can. */
  private static final int STRIDE = 10;

  private PoorPairRows() {}

  /** The bands but the last, with the rows that rest on at least so many false matches. */
  static String print(LengthBands bands, StrangerPairs pairs, long leastFalseMatches) {
    List<String> lines = new ArrayList<>();
    for (int band = 0; band < bands.count() - 1; band++) {
      List<String> rows = new ArrayList<>();
      double before = Double.NaN;
      for (int step = 0; step <= PairCounts.STEPS; step += STRIDE) {
        long matches = pairs.falseMatches(band, step);
        if (matches < Math.max(1, leastFalseMatches)) break;
        double rate = Double.parseDouble(rounded((double) matches / pairs.pairs(band)));
        // A row that rounding makes equal to the one before would say nothing.
        if (rate == before) continue;
        before = rate;
        rows.add(String.format(Locale.ROOT, "%.2f %s", PairCounts.at(step), rounded(rate)));
      }
      if (rows.size() < 2) continue;
      lines.add(
          String.format(Locale.ROOT, "%.2f: ", bands.end(band))
              + rows.stream().collect(Collectors.joining(", ")));
    }
    return lines.stream().collect(Collectors.joining("; \\\n  ", "\\\n  ", ""));
  }

  private static String rounded(double rate) {
    return String.format(Locale.ROOT, "%.2e", rate).replace("e-0", "e-").replace("e+00", "");
  }
}
