package dev.facecore.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a query, as forms write them (URL Standard, section 5.1). */
final class QueryFields {
  private QueryFields() {}

  /**
   * Names and values in their order.
   *
   * @param query null where there is none
   */
  static List<Map.Entry<String, String>> of(String query) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    if (query == null) return fields;
    for (String field : query.split("&")) {
      String[] parts = field.split("=", 2);
      if (!field.isEmpty()) {
        fields.add(Map.entry(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : ""));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PercentDecoder percent = new PercentDecoder(bytes::write);
    for (byte one : text.replace('+', ' ').getBytes(UTF_8)) percent.add(one & 0xff);
    percent.end();
    return bytes.toString(UTF_8);
  }
}
