package dev.facecore.http.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/** The value at which a parser stands. */
record JsonValue(JsonParser parser) implements FieldValue {
  @Override
  public boolean isAbsent() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  @Override
  public OptionalDouble number() throws IOException {
    return parser.currentToken().isNumeric()
        ? OptionalDouble.of(parser.getDoubleValue())
        : OptionalDouble.empty();
  }

  @Override
  public Optional<Boolean> truth() throws IOException {
    return parser.currentToken().isBoolean()
        ? Optional.of(parser.getBooleanValue())
        : Optional.empty();
  }

  @Override
  public Optional<String> text() throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? Optional.of(parser.getText())
        : Optional.empty();
  }
}
