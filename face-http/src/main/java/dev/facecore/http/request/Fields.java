package dev.facecore.http.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.facecore.http.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of JSON objects, one after the other, with their types and ranges checked by name. */
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

  double ratio() throws IOException {
    if (!isNumber()) throw wrong("must be a number from 0 to 1");
    double value = parser.getDoubleValue();
    if (!(value >= 0 && value <= 1)) throw wrong("must be a number from 0 to 1");
    return value;
  }

  /**
   * A number without a fraction.
   *
   * @param capped whether a greater one counts as {@code most}
   */
  int integer(int least, int most, boolean capped) throws IOException {
    String rule =
        "must be an integer " + (capped ? "of at least " + least : "from " + least + " to " + most);
    if (!isNumber()) throw wrong(rule);
    double value = parser.getDoubleValue();
    boolean tooGreat = value > most;
    if (value != Math.rint(value) || !(value >= least) || tooGreat && !capped) throw wrong(rule);
    if (Double.isInfinite(value)) throw wrong(rule);
    return tooGreat ? most : (int) value;
  }

  boolean truth() throws IOException {
    if (!is(JsonToken.VALUE_TRUE) && !is(JsonToken.VALUE_FALSE))
      throw wrong("must be true or false");
    return parser.getBooleanValue();
  }

  String text() throws IOException {
    if (!is(JsonToken.VALUE_STRING)) throw wrong("must be a string");
    return parser.getText();
  }

  <E extends Enum<E>> E choice(Class<E> type) throws IOException {
    E[] constants = type.getEnumConstants();
    if (is(JsonToken.VALUE_STRING)) {
      String given = parser.getText();
      for (E constant : constants) if (name(constant).equals(given)) return constant;
    }
    throw wrong(
        "must be one of "
            + Arrays.stream(constants).map(Fields::name).collect(Collectors.joining(", ")));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private boolean isNumber() {
    return is(JsonToken.VALUE_NUMBER_INT) || is(JsonToken.VALUE_NUMBER_FLOAT);
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
