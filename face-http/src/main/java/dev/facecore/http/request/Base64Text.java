package dev.facecore.http.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes base64 that arrives character by character: bare, or as a data URI, whose media type is
 * not looked at because it is not trusted. White space is skipped, as mail programs break lines;
 * padding may be left out.
 */
final class Base64Text {
  private static final String SCHEME = "data:";
  private static final String ENCODING = ";base64";
  private static final int MAX_PREFIX = 256;
  private static final int BLOCK = 16 * 1024;

  private final BoundedBytes decoded;
  private final byte[] block = new byte[BLOCK];
  private int length;
  private boolean inPrefix = true;
  private boolean padded;
  private boolean wrong;

  /** A text whose bytes beyond a limit are only counted. */
  Base64Text(long maxBytes) {
    decoded = new BoundedBytes(maxBytes);
  }

  void add(int character) {
    if (wrong || Character.isWhitespace(character)) return;
    if (inPrefix && endsPrefix(character)) return;
    if (character > 'z' || padded && character != '=') {
      wrong = true;
      return;
    }
    if (length == BLOCK) decode();
    block[length++] = (byte) character;
    padded |= !inPrefix && character == '=';
  }

  /** True where the character is the last of a data URI's beginning, which is dropped. */
  private boolean endsPrefix(int character) {
    if (length < SCHEME.length()) {
      inPrefix = character == SCHEME.charAt(length);
      return false;
    }
    if (character == ',') {
      inPrefix = false;
      wrong = !new String(block, 0, length, StandardCharsets.ISO_8859_1).endsWith(ENCODING);
      length = 0;
      return true;
    }
    if (length == MAX_PREFIX) wrong = true;
    return false;
  }

  private void decode() {
    try {
      byte[] part = length == BLOCK ? block : Arrays.copyOf(block, length);
      byte[] bytes = Base64.getDecoder().decode(part);
      decoded.write(bytes, 0, bytes.length);
      length = 0;
    } catch (IllegalArgumentException e) {
      wrong = true;
    }
  }

  /** Ends the text. */
  void end() {
    if (inPrefix && length >= SCHEME.length()) wrong = true;
    if (!wrong) decode();
  }

  boolean isWrong() {
    return wrong;
  }

  boolean isTooLarge() {
    return decoded.isExceeded();
  }

  byte[] bytes() {
    return decoded.toByteArray();
  }
}
