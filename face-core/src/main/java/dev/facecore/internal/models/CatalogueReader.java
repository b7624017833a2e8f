package dev.facecore.internal.models;

import dev.facecore.ModelException;
import dev.facecore.ThresholdTable;
import dev.facecore.internal.onnx.PixelRecipe;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a catalogue. {@code models} lists the names in order; what is said of one of them is under
 * keys that begin with its name and a dot.
 */
final class CatalogueReader {
  private static final String NUMBER = "[0-9]*\\.?[0-9]+(e-?[0-9]+)?";

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
    ModelEntry.Task task = value(name + ".task", CatalogueReader::task);
    boolean embeds = task == ModelEntry.Task.EMBEDDING;
    return new ModelEntry(
        name,
        task,
        value(name + ".family"),
        new ModelFilesReader(name, this::value).files(),
        value(name + ".licence"),
        value(name + ".commercial-use", CatalogueReader::truth),
        value(name + ".origin"),
        value(name + ".accuracy"),
        value(name + ".recipe", PixelRecipe::parse),
        embeds
            ? Optional.of(value(name + ".quality", CatalogueReader::quantiles))
            : Optional.empty(),
        embeds ? Optional.of(thresholds(name)) : Optional.empty());
  }

  private static ModelEntry.Task task(String text) {
    return switch (text) {
      case "detection" -> ModelEntry.Task.DETECTION;
      case "embedding" -> ModelEntry.Task.EMBEDDING;
      default -> throw expected("detection or embedding", text);
    };
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw expected("true or false", text);
    };
  }

  private static LengthQuantiles quantiles(String text) {
    double[] numbers = numbers(text, 3);
    return new LengthQuantiles(numbers[0], numbers[1], numbers[2]);
  }

  private ThresholdTable thresholds(String name) {
    return new ThresholdTable(
        name,
        value(name + ".thresholds-protocol"),
        value(name + ".thresholds", text -> words(text, ";").map(CatalogueReader::row).toList()));
  }

  private static ThresholdTable.Row row(String text) {
    double[] numbers = numbers(text, 3);
    return new ThresholdTable.Row(numbers[0], numbers[1], numbers[2]);
  }

  private static double[] numbers(String text, int count) {
    List<String> words = words(text, "\\s+").toList();
    if (words.size() != count || !words.stream().allMatch(word -> word.matches(NUMBER))) {
      throw expected(count + " numbers", text);
    }
    return words.stream().mapToDouble(Double::parseDouble).toArray();
  }

  static IllegalArgumentException expected(String what, String text) {
    return new IllegalArgumentException("expected " + what + ", got '" + text + "'");
  }

  static Stream<String> words(String text, String separator) {
    return Arrays.stream(text.split(separator)).map(String::trim).filter(word -> !word.isEmpty());
  }

  private <T> T value(String key, Function<String, T> parser) {
    String text = value(key);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          "The key '" + key + "' in the catalogue of " + origin + " is wrong: " + e.getMessage(),
          e);
    }
  }

  private String value(String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .map(String::trim)
        .filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new ModelException("The catalogue of " + origin + " lacks the key '" + key + "'."));
  }
}
