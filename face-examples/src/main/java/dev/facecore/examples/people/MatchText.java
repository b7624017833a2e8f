package dev.facecore.examples.people;

import dev.facecore.Box;
import dev.facecore.Comparison;
import dev.facecore.stage.ThresholdTable;
import java.util.List;
import java.util.Locale;

/** How similar two faces are, in words. */
final class MatchText {
  private final List<ThresholdTable.Row> rows;

  /** For faces of the model that has this table. */
  MatchText(ThresholdTable thresholds) {
    rows = thresholds.rows();
  }

  String of(Comparison.Match match) {
    return String.format(
        Locale.ROOT, "similarity %.3f, false match rate %s", match.similarity(), rate(match));
  }

  /** Outside the measured similarities only a bound is known. */
  private String rate(Comparison.Match match) {
    if (rows.isEmpty()) return "not measured";
    if (match.falseMatchRate().isPresent()) {
      return format(match.falseMatchRate().getAsDouble());
    }
    ThresholdTable.Row least = rows.get(0);
    ThresholdTable.Row most = rows.get(rows.size() - 1);
    return match.similarity() < least.similarity()
        ? "above " + format(least.falseMatchRate())
        : "below " + format(most.falseMatchRate());
  }

  private static String format(double rate) {
    return String.format(Locale.ROOT, "%.1e", rate).replace("e-0", "e-");
  }

  /** A box as in {@code faces.jsonl}, in whole pixels. */
  static String place(Box box) {
    return String.format(
        Locale.ROOT, "[%.0f, %.0f, %.0f, %.0f]", box.x(), box.y(), box.width(), box.height());
  }
}
