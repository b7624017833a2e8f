package dev.facecore.examples.extract;

import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Point;
import java.util.List;

/** Makes the lines of faces.jsonl, one after another in the same memory. Not thread-safe. */
final class FaceLine {
  // A thousandth of a pixel is finer than any detector; seven digits are what a float holds.
  private static final int COORDINATE_DIGITS = 3;
  private static final int RATIO_DIGITS = 6;
  private static final int EMBEDDING_DIGITS = 8;
  private static final long[] POWERS_OF_TEN = {
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private final StringBuilder line = new StringBuilder(8192);

  /**
   * A line with its end, valid until the next call.
   *
   * @param image quoted and escaped already
   */
  CharSequence of(String image, StoredFace face, int person) {
    line.setLength(0);
    line.append("{\"image\":").append(image);
    Box box = face.box();
    line.append(",\"box\":[");
    append(COORDINATE_DIGITS, box.x(), box.y(), box.width(), box.height());
    line.append("],\"landmarks\":[");
    List<Point> points = face.landmarks().points();
    for (int i = 0; i < points.size(); i++) {
      line.append(i == 0 ? "[" : ",[");
      append(COORDINATE_DIGITS, points.get(i).x(), points.get(i).y());
      line.append(']');
    }
    line.append("],\"confidence\":");
    append(RATIO_DIGITS, face.confidence());
    line.append(",\"quality\":");
    append(RATIO_DIGITS, face.quality());
    line.append(",\"embedding\":[");
    appendEmbedding(face.embedding());
    line.append("],\"person\":").append(person).append("}\n");
    return line;
  }

  private void appendEmbedding(Embedding embedding) {
    for (int i = 0; i < embedding.size(); i++) {
      if (i > 0) line.append(',');
      append(EMBEDDING_DIGITS, embedding.value(i));
    }
  }

  private void append(int digits, double... numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (i > 0) line.append(',');
      append(digits, numbers[i]);
    }
  }

  // To the nearest; BigDecimal would do the same with two objects for each number.
  private void append(int digits, double number) {
    long power = POWERS_OF_TEN[digits];
    long scaled = (long) Math.rint(Math.abs(number) * power);
    if (number < 0 && scaled > 0) line.append('-');
    line.append(scaled / power).append('.');
    long fraction = scaled % power;
    for (int place = digits - 1; place > 0 && fraction < POWERS_OF_TEN[place]; place--) {
      line.append('0');
    }
    line.append(fraction);
  }
}
