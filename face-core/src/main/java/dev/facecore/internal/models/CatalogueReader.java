package dev.facecore.internal.models;

import dev.facecore.ModelException;
import dev.facecore.ThresholdTable;
import dev.facecore.internal.onnx.ModelContract;
import dev.facecore.internal.onnx.PixelRecipe;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Reads a catalogue. {@code models} lists the names in order; what is said of one of them is under
 * keys that begin with its name and a dot.
 */
final class CatalogueReader {
  private final String origin;
  private final Properties properties;

  private CatalogueReader(String origin, Properties properties) {
    this.origin = origin;
    this.properties = properties;
  }

  static List<ModelEntry> read(String origin, Properties properties) {
    CatalogueReader reader = new CatalogueReader(origin, properties);
    return words(reader.value("models"), ",").map(reader::entry).toList();
  }

  private ModelEntry entry(String name) {
    try {
      return new ModelEntry(
          name,
          ModelEntry.Task.valueOf(value(name + ".task").toUpperCase(Locale.ROOT)),
          value(name + ".family"),
          value(name + ".file"),
          value(name + ".sha256"),
          Long.parseLong(value(name + ".bytes")),
          value(name + ".licence"),
          Boolean.parseBoolean(value(name + ".commercial-use")),
          value(name + ".origin"),
          value(name + ".accuracy"),
          PixelRecipe.parse(value(name + ".recipe")),
          contract(name),
          optional(name + ".quality").map(CatalogueReader::quantiles),
          optional(name + ".thresholds").map(rows -> thresholds(name, rows)));
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          "The entry " + name + " in the catalogue of " + origin + " is wrong: " + e.getMessage(),
          e);
    }
  }

  private ModelContract contract(String name) {
    return new ModelContract(
        ModelContract.Port.parse(value(name + ".input")),
        words(value(name + ".outputs"), "\\s+").map(ModelContract.Port::parse).toList());
  }

  private static LengthQuantiles quantiles(String text) {
    double[] numbers = numbers(text, 3);
    return new LengthQuantiles(numbers[0], numbers[1], numbers[2]);
  }

  private ThresholdTable thresholds(String name, String rows) {
    return new ThresholdTable(
        name,
        value(name + ".thresholds-protocol"),
        words(rows, ";").map(CatalogueReader::row).toList());
  }

  private static ThresholdTable.Row row(String text) {
    double[] numbers = numbers(text, 3);
    return new ThresholdTable.Row(numbers[0], numbers[1], numbers[2]);
  }

  private static double[] numbers(String text, int count) {
    double[] numbers = words(text, "\\s+").mapToDouble(Double::parseDouble).toArray();
    if (numbers.length != count) {
      throw new IllegalArgumentException("expected " + count + " numbers, got '" + text + "'");
    }
    return numbers;
  }

  private static Stream<String> words(String text, String separator) {
    return Arrays.stream(text.split(separator)).map(String::trim).filter(word -> !word.isEmpty());
  }

  private Optional<String> optional(String key) {
    return Optional.ofNullable(properties.getProperty(key)).map(String::trim);
  }

  private String value(String key) {
    return optional(key)
        .filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new ModelException("The catalogue of " + origin + " lacks the key '" + key + "'."));
  }
}
