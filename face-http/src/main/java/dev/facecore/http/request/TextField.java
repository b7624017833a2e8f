package dev.facecore.http.request;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A value of a form or a query. Numbers are written as in JSON; true and false in any case, because
 * Python writes them with a capital; an empty text counts as left out, because forms send one for
 * what was not filled in.
 */
record TextField(String value) implements FieldValue {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

  @Override
  public boolean isAbsent() {
    return value.isEmpty();
  }

  @Override
  public OptionalDouble number() {
    return NUMBER.matcher(value).matches()
        ? OptionalDouble.of(Double.parseDouble(value))
        : OptionalDouble.empty();
  }

  @Override
  public Optional<Boolean> truth() {
    if (value.equalsIgnoreCase("true")) return Optional.of(true);
    return value.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
  }

  @Override
  public Optional<String> text() {
    return Optional.of(value);
  }
}
