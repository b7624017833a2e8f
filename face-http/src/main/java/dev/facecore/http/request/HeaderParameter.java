package dev.facecore.http.request;

import java.util.Optional;

/** Finds parameters of headers such as {@code form-data; name="a"; filename="b; c.jpg"}. */
final class HeaderParameter {
  private final String value;
  private int at;

  private HeaderParameter(String value) {
    this.value = value;
  }

  /** The first parameter of a name, where the header's value is of a type. */
  static Optional<String> of(String value, String type, String name) {
    HeaderParameter rest = new HeaderParameter(value);
    if (!rest.until(";").trim().equalsIgnoreCase(type)) return Optional.empty();
    while (rest.at < value.length()) {
      String parameter = rest.until("=;").trim();
      boolean hasValue = rest.at > 0 && value.charAt(rest.at - 1) == '=';
      String given = hasValue ? rest.parameterValue() : "";
      if (hasValue && parameter.equalsIgnoreCase(name)) return Optional.of(given);
    }
    return Optional.empty();
  }

  /** What comes before one of some characters, which is skipped, or the rest. */
  private String until(String characters) {
    int begin = at;
    while (at < value.length() && characters.indexOf(value.charAt(at)) < 0) at++;
    String text = value.substring(begin, at);
    at = Math.min(value.length(), at + 1);
    return text;
  }

  private String parameterValue() {
    while (at < value.length() && value.charAt(at) == ' ') at++;
    if (at == value.length() || value.charAt(at) != '"') return until(";").trim();
    at++;
    String text = quoted();
    until(";");
    return text;
  }

  /** A backslash stands before a quote or another one; elsewhere it is part of a name. */
  private String quoted() {
    StringBuilder text = new StringBuilder();
    for (; at < value.length() && value.charAt(at) != '"'; at++) {
      boolean escapes =
          value.charAt(at) == '\\'
              && at + 1 < value.length()
              && "\"\\".indexOf(value.charAt(at + 1)) >= 0;
      if (escapes) at++;
      text.append(value.charAt(at));
    }
    return text.toString();
  }
}
