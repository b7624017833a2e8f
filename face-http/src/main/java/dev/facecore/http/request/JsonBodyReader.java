package dev.facecore.http.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.facecore.ImageSource;
import dev.facecore.http.exchange.Problem;
import dev.facecore.http.request.ExtractRequest.Image;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;

/** Reads a body of JSON; its images become bytes while they arrive. Thread-safe. */
final class JsonBodyReader {
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
  private final Function<String, ImageSource> addresses;

  JsonBodyReader(RequestLimits limits, Function<String, ImageSource> addresses) {
    this.limits = limits;
    this.addresses = addresses;
  }

  /** The images of a body; its other fields go to those of the request. */
  List<Image> read(InputStream body, RequestFields fields) throws IOException {
    Base64Extractor pictures = new Base64Extractor(Utf8Body.of(body), limits.maxImageBytes());
    try (JsonParser parser = JSON.createParser(pictures)) {
      return read(new Fields(parser), fields, new ImageListReader(limits, pictures, addresses));
    } catch (StreamConstraintsException e) {
      throw Problem.badRequest(
          ("The JSON of the body exceeds a limit: numbers of %d digits, names of %d and strings of"
                  + " %d characters, %d levels.")
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

  private List<Image> read(Fields json, RequestFields fields, ImageListReader imageList)
      throws IOException {
    List<Image> images = null;
    json.expectObject("The body");
    for (String name = json.next(); name != null; name = json.next()) {
      if (!name.equals("images")) fields.set(name, json.value());
      else if (!json.isNull()) images = imageList.read(json);
    }
    json.expectEnd();
    if (images == null) throw Problem.badRequest("The field 'images' is required.");
    return images;
  }
}
