package dev.facecore.http.request;

import dev.facecore.DedupMode;
import dev.facecore.ExtractionOptions;
import dev.facecore.Threshold;
import dev.facecore.http.exchange.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the fields of a request beside its images, whatever the body: each at most once, its
 * type and range checked by name. Not thread-safe.
 */
final class RequestFields {
  private static final int LEAST_DETECTION_SIZE = 64;
  private static final int MOST_DETECTION_SIZE = 4096;

  private final Map<String, Setter> setters = new HashMap<>();
  private final Set<String> given = new HashSet<>();
  private ExtractionOptions options;
  private boolean details;

  private interface Setter {
    void set(Value value) throws IOException;
  }

  RequestFields(int minFaceSize) {
    options = ExtractionOptions.DEFAULTS.withMinFaceSize(minFaceSize);
    setters.put(
        "similarity_threshold",
        value -> options = options.withThreshold(Threshold.similarity(value.ratio())));
    setters.put("min_quality", value -> options = options.withMinQuality(value.ratio()));
    setters.put("min_face_size", value -> options = options.withMinFaceSize(value.size()));
    setters.put("dedup", value -> options = options.withDedup(value.choice(DedupMode.class)));
    setters.put(
        "detection_size", value -> options = options.withDetectionSize(value.detectionSize()));
    setters.put(
        "same_photo_distinct", value -> options = options.withSamePhotoDistinct(value.truth()));
    setters.put("details", value -> details = value.truth());
  }

  void requireKnown(String name) {
    if (setters.containsKey(name)) return;
    throw Problem.badRequest("Unknown field '" + Fields.shortened(name) + "'.");
  }

  /**
   * Takes one field.
   *
   * @throws Problem if the name is unknown or given twice, or the value is wrong
   */
  void set(String name, FieldValue value) throws IOException {
    requireKnown(name);
    if (value.isAbsent()) return;
    Value checked = new Value(name, value);
    if (!given.add(name)) throw checked.wrong("is given twice");
    setters.get(name).set(checked);
  }

  ExtractRequest request(List<ExtractRequest.Image> images) {
    return new ExtractRequest(images, options, details);
  }

  /** A value with its name, for messages. */
  private record Value(String name, FieldValue raw) {
    double ratio() throws IOException {
      double value = raw.number().orElse(Double.NaN);
      if (!(value >= 0 && value <= 1)) throw wrong("must be a number from 0 to 1");
      return value;
    }

    /** From 1 up; one that no image has counts as the greatest. */
    int size() throws IOException {
      double value = raw.number().orElse(Double.NaN);
      boolean whole = value == Math.rint(value) && !Double.isInfinite(value);
      if (!whole || value < 1) throw wrong("must be an integer of at least 1");
      return (int) Math.min(value, Integer.MAX_VALUE);
    }

    OptionalInt detectionSize() throws IOException {
      double value = raw.number().orElse(Double.NaN);
      if (Double.isNaN(value) && raw.text().filter("auto"::equals).isPresent()) {
        return OptionalInt.empty();
      }
      boolean inRange = value >= LEAST_DETECTION_SIZE && value <= MOST_DETECTION_SIZE;
      if (value != Math.rint(value) || !inRange) {
        throw wrong(
            "must be \"auto\" or an integer from %d to %d"
                .formatted(LEAST_DETECTION_SIZE, MOST_DETECTION_SIZE));
      }
      return OptionalInt.of((int) value);
    }

    boolean truth() throws IOException {
      return raw.truth().orElseThrow(() -> wrong("must be true or false"));
    }

    <E extends Enum<E>> E choice(Class<E> type) throws IOException {
      String given = raw.text().orElse("");
      for (E constant : type.getEnumConstants()) {
        if (word(constant).equals(given)) return constant;
      }
      throw wrong(
          "must be one of "
              + Arrays.stream(type.getEnumConstants())
                  .map(Value::word)
                  .collect(Collectors.joining(", ")));
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }

    Problem wrong(String rule) {
      return Problem.badRequest("The field '" + name + "' " + rule + ".");
    }
  }
}
