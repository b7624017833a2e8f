package dev.facecore.internal.models;

import dev.facecore.model.ModelInfo;
import dev.facecore.stage.PoorPairs;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The forms of a catalogue's values. Each refuses any other text with an {@link
 * IllegalArgumentException} that shows it.
 */
final class CatalogueValues {
  /** Instead of a number that nobody measured: left out, it could be a slip. */
  static final String UNMEASURED = "not measured";

  private static final String UNKNOWN = "unknown";
  private static final String NUMBER = "[0-9]*\\.?[0-9]+(e-?[0-9]+)?";

  private CatalogueValues() {}

  static List<String> names(String text) {
    return words(text, ",").map(CatalogueValues::name).toList();
  }

  // They become names of files: none may lead out of the folder.
  static String name(String text) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw expected("a name of letters, digits, dots, hyphens and underscores", text);
    }
    return text;
  }

  static ModelInfo.Task task(String text) {
    return switch (text) {
      case "detection" -> ModelInfo.Task.DETECTION;
      case "embedding" -> ModelInfo.Task.EMBEDDING;
      default -> throw expected("detection or embedding", text);
    };
  }

  static String sha256(String text) {
    if (!text.matches("[0-9a-f]{64}")) throw expected("64 lower-case hexadecimal digits", text);
    return text;
  }

  static OptionalLong size(String text) {
    if (text.equals(UNKNOWN)) return OptionalLong.empty();
    if (!text.matches("[1-9][0-9]{0,17}")) throw expected("a size in bytes or unknown", text);
    return OptionalLong.of(Long.parseLong(text));
  }

  static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw expected("true or false", text);
    };
  }

  static Optional<LengthQuantiles> quantiles(String text) {
    if (text.equals(UNMEASURED)) return Optional.empty();
    double[] numbers = numbers(text, 3);
    return Optional.of(new LengthQuantiles(numbers[0], numbers[1], numbers[2]));
  }

  static Readability readability(String text) {
    if (text.equals(UNMEASURED)) return Readability.NOT_MEASURED;
    double[] numbers = numbers(text, 3);
    return new Readability(numbers[0], numbers[1], numbers[2]);
  }

  static List<ThresholdTable.Row> rows(String text) {
    if (text.equals(UNMEASURED)) return List.of();
    return words(text, ";").map(CatalogueValues::row).toList();
  }

  private static ThresholdTable.Row row(String text) {
    double[] numbers = numbers(text, 3);
    return new ThresholdTable.Row(numbers[0], numbers[1], numbers[2]);
  }

  static PoorPairs poorPairs(String text) {
    if (text.equals(UNMEASURED)) return PoorPairs.NOT_MEASURED;
    return new PoorPairs(words(text, ";").map(CatalogueValues::band).toList());
  }

  private static PoorPairs.Band band(String text) {
    List<String> parts = words(text, ":").toList();
    if (parts.size() != 2) throw expected("a length, a colon and rates", text);
    return new PoorPairs.Band(
        numbers(parts.get(0), 1)[0],
        words(parts.get(1), ",").map(CatalogueValues::poorRow).toList());
  }

  private static PoorPairs.Row poorRow(String text) {
    double[] numbers = numbers(text, 2);
    return new PoorPairs.Row(numbers[0], numbers[1]);
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
}
