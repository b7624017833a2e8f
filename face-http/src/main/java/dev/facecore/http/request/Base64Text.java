package dev.facecore.http.request;

import java.util.Optional;

/**
 * Decodes the text of {@code image_base64} as it arrives, byte by byte in UTF-8: bare base64, or a
 * data URI as RFC 2397, RFC 3986 and the Fetch Standard read it. Not thread-safe.
 */
final class Base64Text {
  private static final String SCHEME = "data:";

  private enum Part {
    SCHEME,
    TYPE,
    DATA,
    FRAGMENT
  }

  private final BoundedBytes decoded;
  private final ForgivingBase64 base64;
  private final DataUriType type = new DataUriType();
  private final PercentDecoder percent = new PercentDecoder(this::addData);
  private final StringBuilder begin = new StringBuilder(SCHEME.length());
  private Part part = Part.SCHEME;
  private boolean isUri;
  private boolean hasComma;
  private boolean isBase64 = true;

  /** A text whose bytes beyond a limit are only counted. */
  Base64Text(long maxBytes) {
    decoded = new BoundedBytes(maxBytes);
    base64 = new ForgivingBase64(decoded);
  }

  void add(int next) {
    switch (part) {
      case SCHEME -> addBegin(next);
      case TYPE -> addType(next);
      case DATA -> addText(next);
      case FRAGMENT -> {}
    }
  }

  /**
   * Adds what needs no closer look.
   *
   * @return where the first byte stands that was not added
   */
  int addPlain(byte[] text, int from, int to) {
    boolean plain = part == Part.DATA && isBase64 && percent.isComplete();
    return plain ? base64.addUnits(text, from, to) : from;
  }

  private void addBegin(int next) {
    if (ForgivingBase64.isSpace(next)) return;
    boolean matches = Character.toLowerCase(next) == SCHEME.charAt(begin.length());
    begin.append((char) next);
    if (!matches) endBegin();
    else if (begin.length() == SCHEME.length()) {
      isUri = true;
      part = Part.TYPE;
    }
  }

  /** What looked like a scheme so far is bare base64. */
  private void endBegin() {
    part = Part.DATA;
    begin.chars().forEach(base64::add);
  }

  private void addType(int next) {
    if (next == '#') {
      part = Part.FRAGMENT;
    } else if (next == ',') {
      hasComma = true;
      isBase64 = type.isBase64();
      part = Part.DATA;
    } else {
      type.add(next);
    }
  }

  private void addText(int next) {
    if (!isUri) {
      base64.add(next);
    } else if (next == '#') {
      part = Part.FRAGMENT;
    } else if (next != '\t' && next != '\n' && next != '\r') {
      percent.add(next);
    }
  }

  private void addData(int next) {
    if (isBase64) base64.add(next);
    else decoded.write(next);
  }

  /** Ends the text. */
  void end() {
    if (part == Part.SCHEME) endBegin();
    percent.end();
    base64.end();
  }

  /** Why the text cannot be decoded, in one sentence or two; empty if it can. */
  Optional<String> fault() {
    if (isUri && !hasComma) {
      return Optional.of("The image is not a valid data URI: it has no comma before its data.");
    }
    if (base64.isWrong()) return Optional.of("The image is not valid base64.");
    if (base64.isUrlSafe()) {
      return Optional.of(
          "The image is not valid base64. It is in the URL-safe form;"
              + " send + in place of - and / in place of _.");
    }
    return Optional.empty();
  }

  BoundedBytes decoded() {
    return decoded;
  }
}
