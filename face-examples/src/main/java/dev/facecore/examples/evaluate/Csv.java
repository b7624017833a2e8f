package dev.facecore.examples.evaluate;

import dev.facecore.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ground truth: comma-separated values with a heading line and without quotes. */
final class Csv {
  private Csv() {}

  /** One map a line, by column name. */
  static List<Map<String, String>> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] columns = lines.get(0).split(",");
    return lines.stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> row(columns, line))
        .toList();
  }

  private static Map<String, String> row(String[] columns, String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != columns.length) {
      throw new IllegalArgumentException(
          "expected " + columns.length + " cells, got '" + line + "'");
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) row.put(columns[i], cells[i]);
    return row;
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
    return Double.parseDouble(row.get(column));
  }
}
