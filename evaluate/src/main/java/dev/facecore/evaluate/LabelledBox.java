package dev.facecore.evaluate;

import dev.facecore.Box;
import java.util.Locale;
import java.util.Map;

/**
 * A box that somebody has looked at.
 *
 * @param label what it shows; the labels that count have constants here
 * @param rawLength of the embedding before it is normalised, from an independent implementation;
 *     NaN where the table does not say
 */
record LabelledBox(String image, Box box, String label, double rawLength) {
  static final String FACE = "face";
  static final String NOTHING = "nothing";

  private static final String RAW_LENGTH = "raw_length";

  /** Reads a row with the columns image, x, y, w, h, label and, if known, raw_length. */
  static LabelledBox of(Map<String, String> row) {
    String label = row.get("label");
    if (label == null) throw new IllegalArgumentException("The table has no column label.");
    String length = row.getOrDefault(RAW_LENGTH, "");
    return new LabelledBox(
        row.get("image"),
        Csv.box(row),
        label,
        length.isEmpty() ? Double.NaN : Double.parseDouble(length));
  }

  /** Such as {@code a.jpg 12,30 40x52}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s %.0f,%.0f %.0fx%.0f", image, box.x(), box.y(), box.width(), box.height());
  }
}
