package dev.facecore.http.request;

/**
 * The part of a data URI before its comma. The media type is not trusted and not looked at; what
 * counts is whether the data are base64: whether {@code ;base64} ends it, in any case and with
 * blanks around the word (Fetch Standard, section 6, data: URL processor).
 */
final class DataUriType {
  private static final String BASE64 = "base64";

  private final StringBuilder last = new StringBuilder();
  private boolean inParameter;
  private boolean other;

  void add(int next) {
    if (next == ';') {
      inParameter = true;
      other = false;
      last.setLength(0);
      return;
    }
    if (!inParameter || ForgivingBase64.isSpace(next) && isAtEdge()) return;
    other |= isAtEnd();
    if (!other) last.append((char) next);
  }

  private boolean isAtEdge() {
    return last.isEmpty() || isAtEnd();
  }

  private boolean isAtEnd() {
    return last.length() == BASE64.length();
  }

  boolean isBase64() {
    return !other && last.toString().equalsIgnoreCase(BASE64);
  }
}
