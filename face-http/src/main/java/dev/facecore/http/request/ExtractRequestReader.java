package dev.facecore.http.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.facecore.DedupMode;
import dev.facecore.ExtractionOptions;
import dev.facecore.Threshold;
import dev.facecore.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads a request as it streams in: pictures become bytes while they arrive, and what is wrong or
 * too much is refused without reading on.
 */
public final class ExtractRequestReader {
  private static final int MOST_DIGITS = 1000;
  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_TEXT = 64 * 1024;
  private static final int DEEPEST = 100;

  // Names that anyone may send are neither kept for good nor counted as an attack on the parser.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(MOST_DIGITS)
                  .maxNameLength(LONGEST_NAME)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNestingDepth(DEEPEST)
                  .build())
          .build();

  private final RequestLimits limits;

  public ExtractRequestReader(RequestLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads one body.
   *
   * @throws Problem if it is no JSON, breaks a rule or is too large
   * @throws IOException if the sender stops sending
   */
  public ExtractRequest read(InputStream body) throws IOException {
    InputStream counted = new LimitedInputStream(body, limits.maxRequestBytes());
    Base64Extractor pictures = new Base64Extractor(Utf8Body.of(counted), limits.maxImageBytes());
    try (JsonParser parser = JSON.createParser(pictures)) {
      return read(new Fields(parser), new ImageListReader(limits, pictures));
    } catch (StreamConstraintsException e) {
      throw Problem.badRequest(
          ("The body goes beyond a limit of its JSON: numbers of %d digits, names of %d and texts"
                  + " of %d characters, %d levels.")
              .formatted(MOST_DIGITS, LONGEST_NAME, LONGEST_TEXT, DEEPEST));
    } catch (JsonProcessingException e) {
      throw Problem.badRequest("The body is not valid JSON" + place(e.getLocation()) + ".");
    }
  }

  // Not every exception of the parser has one.
  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : " near line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private ExtractRequest read(Fields fields, ImageListReader imageList) throws IOException {
    ExtractionOptions options = ExtractionOptions.DEFAULTS.withMinFaceSize(limits.minFaceSize());
    List<ExtractRequest.Image> images = null;
    boolean details = false;
    fields.expectObject("The body");
    for (String field = fields.next(); field != null; field = fields.next()) {
      boolean absent = fields.isNull();
      switch (field) {
        case "images" -> {
          if (!absent) images = imageList.read(fields);
        }
        case "similarity_threshold" -> {
          if (!absent) options = options.withThreshold(Threshold.similarity(fields.ratio()));
        }
        case "min_quality" -> {
          if (!absent) options = options.withMinQuality(fields.ratio());
        }
        case "min_face_size" -> {
          if (!absent)
            options = options.withMinFaceSize(fields.integer(1, Integer.MAX_VALUE, true));
        }
        case "dedup" -> {
          if (!absent) options = options.withDedup(fields.choice(DedupMode.class));
        }
        case "detection_size" -> {
          if (!absent) options = options.withDetectionSize(detectionSize(fields));
        }
        case "same_photo_distinct" -> {
          if (!absent) options = options.withSamePhotoDistinct(fields.truth());
        }
        case "details" -> {
          if (!absent) details = fields.truth();
        }
        default -> throw fields.unknown();
      }
    }
    fields.expectEnd();
    if (images == null) throw Problem.badRequest("The field 'images' is required.");
    return new ExtractRequest(images, options, details);
  }

  private static OptionalInt detectionSize(Fields fields) throws IOException {
    if (fields.is(JsonToken.VALUE_STRING)) {
      if (fields.text().equals("auto")) return OptionalInt.empty();
      throw Problem.badRequest(
          "The field 'detection_size' must be \"auto\" or an integer from 64 to 4096.");
    }
    return OptionalInt.of(fields.integer(64, 4096, false));
  }
}
