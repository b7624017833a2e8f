package dev.facecore.http.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.facecore.http.exchange.Problem;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The fields of JSON objects, one after the other; what is wrong is named by its place. */
final class Fields {
  private static final int MAX_SHOWN = 60;

  private final JsonParser parser;
  private final Set<String> names = new HashSet<>();
  private final Set<String> namesInside = new HashSet<>();
  private String path = "";
  private String field = "";

  Fields(JsonParser parser) {
    this.parser = parser;
  }

  JsonParser parser() {
    return parser;
  }

  void expectObject(String what) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw Problem.badRequest(what + " must be a JSON object.");
    }
  }

  void expectEnd() throws IOException {
    if (parser.nextToken() != null) throw Problem.badRequest("The body must be one JSON object.");
  }

  /**
   * Moves on to the next field's value; null at the end of the object. A name that comes twice is
   * refused.
   */
  String next() throws IOException {
    if (parser.nextToken() == JsonToken.END_OBJECT) return null;
    field = parser.currentName();
    if (!(path.isEmpty() ? names : namesInside).add(field)) throw wrong("is given twice");
    parser.nextToken();
    return field;
  }

  /** Where messages place the fields from now on, such as {@code images[3].}. */
  void inside(String where) {
    path = where;
    namesInside.clear();
  }

  boolean is(JsonToken token) {
    return parser.currentToken() == token;
  }

  boolean isNull() {
    return is(JsonToken.VALUE_NULL);
  }

  /** The value of the field, as long as it is the current one. */
  FieldValue value() {
    return new JsonValue(parser);
  }

  String text() throws IOException {
    if (!is(JsonToken.VALUE_STRING)) throw wrong("must be a string");
    return parser.getText();
  }

  Problem wrong(String rule) {
    return Problem.badRequest("The field '" + path + field + "' " + rule + ".");
  }

  Problem unknown() {
    return Problem.badRequest("Unknown field '" + path + shortened(field) + "'.");
  }

  /** What a sender wrote, fit for a message: printable, well-formed and short. */
  static String shortened(String text) {
    int end = Math.min(text.length(), MAX_SHOWN);
    String shown = text.substring(0, end).replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    return end < text.length() ? shown + "…" : shown;
  }
}
