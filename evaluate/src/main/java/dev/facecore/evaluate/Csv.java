package dev.facecore.evaluate;

import dev.facecore.Box;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ground truth: comma-separated values with a heading line and without quotes. */
final class Csv {
  private Csv() {}

  /**
   * One map a line, by column name.
   *
   * @throws IOException if the file cannot be read, or is not such a table; reading a column that
   *     it lacks throws an {@link UncheckedIOException}
   */
  static List<Map<String, String>> read(Path file) throws IOException {
    List<String> lines = lines(file);
    if (lines.isEmpty())
      throw new IOException(file + ": It is empty; its first line names columns.");
    String[] columns = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>(lines.size());
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) rows.add(row(file + ", line " + (i + 1), columns, lines.get(i)));
    }
    return rows;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": It is not a text in UTF-8.", e);
    }
  }

  private static Map<String, String> row(String where, String[] columns, String line)
      throws IOException {
    String[] cells = line.split(",", -1);
    if (cells.length != columns.length) {
      throw new IOException(where + ": expected " + columns.length + " cells, got '" + line + "'.");
    }
    Map<String, String> row = new Row(where);
    for (int i = 0; i < cells.length; i++) row.put(columns[i], cells[i]);
    return row;
  }

  /** Knows where it stands, for messages. */
  private static final class Row extends LinkedHashMap<String, String> {
    private static final long serialVersionUID = 1;

    private final String where;

    Row(String where) {
      this.where = where;
    }

    @Override
    public String get(Object column) {
      String cell = super.get(column);
      if (cell == null) throw problem(where + ": there is no column '" + column + "'.");
      return cell;
    }
  }

  private static UncheckedIOException problem(String text) {
    return new UncheckedIOException(new IOException(text));
  }

  /** The boxes of each picture, both in the order of the rows. */
  static Map<String, List<Box>> boxes(List<Map<String, String>> rows) {
    Map<String, List<Box>> boxes = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      boxes.computeIfAbsent(row.get("image"), image -> new ArrayList<>()).add(box(row));
    }
    return boxes;
  }

  /** The box in the columns x, y, w and h, in pixels. */
  static Box box(Map<String, String> row) {
    return new Box(number(row, "x"), number(row, "y"), number(row, "w"), number(row, "h"));
  }

  private static double number(Map<String, String> row, String column) {
    try {
      return Double.parseDouble(row.get(column));
    } catch (NumberFormatException e) {
      throw problem(
          "The column '" + column + "' must hold numbers, got '" + row.get(column) + "'.");
    }
  }
}
