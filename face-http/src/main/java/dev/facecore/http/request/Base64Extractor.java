package dev.facecore.http.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * JSON without its pictures: the string values of {@code image_base64} are decoded while they
 * stream by, and an empty string is handed on in place of each. So a request's memory is its
 * pictures' bytes, never their text.
 *
 * <p>It keeps track of strings and escapes only; whether the rest is JSON is for the parser behind
 * it to say.
 */
final class Base64Extractor extends InputStream {
  private static final byte[] KEY = "image_base64".getBytes(StandardCharsets.US_ASCII);
  private static final int NO_MATCH = -1;

  private enum State {
    OUTSIDE,
    STRING,
    PICTURE
  }

  private final InputStream in;
  private final long maxBytes;
  private final byte[] window = new byte[64 * 1024];
  private final String prefix = UUID.randomUUID() + "/";
  private final Map<String, Base64Text> pictures = new HashMap<>();
  private final JsonEscape escape = new JsonEscape();
  private int position;
  private int end;
  private byte[] name = {};
  private int namePosition;
  private int taken;
  private State state = State.OUTSIDE;
  private Base64Text picture;
  private int matched;
  private boolean afterKey;
  private boolean afterColon;

  Base64Extractor(InputStream in, long maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** The picture in whose place a text stands; empty for any other text. */
  Optional<Base64Text> take(String text) {
    return Optional.ofNullable(pictures.remove(text));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int written = 0;
    while (written == 0 && length > 0) {
      if (namePosition == name.length && position == end && !fill()) return -1;
      while (written < length && namePosition < name.length) {
        buffer[offset + written++] = name[namePosition++];
      }
      while (written < length && position < end && namePosition == name.length) {
        byte next = window[position++];
        if (isHandedOn(next & 0xff)) buffer[offset + written++] = next;
      }
    }
    return written;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(window, 0, window.length));
    return end > 0;
  }

  private boolean isHandedOn(int next) {
    return switch (state) {
      case OUTSIDE -> outside(next);
      case STRING -> inString(next);
      case PICTURE -> inPicture(next);
    };
  }

  private boolean outside(int next) {
    if (next == '"') {
      if (afterColon) picture = new Base64Text(maxBytes);
      state = afterColon ? State.PICTURE : State.STRING;
      matched = 0;
    }
    if (!isSpace(next)) {
      afterColon = afterKey && next == ':';
      afterKey = false;
    }
    return true;
  }

  private boolean inString(int next) {
    if (escape.takes(next)) {
      matched = NO_MATCH;
    } else if (next == '"') {
      state = State.OUTSIDE;
      afterKey = matched == KEY.length;
    } else {
      boolean matches = matched >= 0 && matched < KEY.length && KEY[matched] == next;
      matched = matches ? matched + 1 : NO_MATCH;
    }
    return true;
  }

  private boolean inPicture(int next) {
    if (escape.takes(next)) {
      if (escape.isComplete()) picture.add(escape.character());
      return false;
    }
    if (next == '"') {
      handOn(picture);
      state = State.OUTSIDE;
      return false;
    }
    // A control character makes the body invalid; the parser behind shall see it.
    if (next < ' ') return true;
    picture.add(next);
    return false;
  }

  private void handOn(Base64Text whole) {
    whole.end();
    String text = prefix + taken++;
    pictures.put(text, whole);
    name = (text + '"').getBytes(StandardCharsets.US_ASCII);
    namePosition = 0;
  }

  private static boolean isSpace(int next) {
    return next == ' ' || next == '\n' || next == '\r' || next == '\t';
  }
}
