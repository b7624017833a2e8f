package dev.facecore.http.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * JSON without its long texts: the string values of {@code image_base64} are decoded while they
 * stream by, and a short name is handed on in place of each; of those of {@code image_url} only as
 * much is handed on as shows that they are too long. So a request's memory is its images' bytes,
 * never their text.
 *
 * <p>Jackson's {@code readBinaryValue} streams base64 too, but takes bare base64 only: the prefix
 * of a data URI, its percent-encoding, white space and missing padding are errors to it, and an
 * error ends the whole body where here it is that image's own.
 *
 * <p>It keeps track of strings and escapes only; whether the rest is JSON is for the parser behind
 * it to say.
 */
final class Base64Extractor extends InputStream {
  private static final String PICTURE_KEY = "image_base64";
  private static final String ADDRESS_KEY = "image_url";
  private static final byte[] WRONG_ESCAPE = "\\x".getBytes(StandardCharsets.US_ASCII);

  /** In characters; no address that is accepted is as long. */
  private static final int LONGEST_ADDRESS = 16 * 1024;

  private enum State {
    OUTSIDE,
    STRING,
    PICTURE,
    ADDRESS
  }

  private final InputStream in;
  private final long maxBytes;
  private final byte[] window = new byte[64 * 1024];
  private final String prefix = UUID.randomUUID() + "/";
  private final Map<String, Base64Text> pictures = new HashMap<>();
  private final JsonEscape escape = new JsonEscape();
  private int position;
  private int end;
  private byte[] injected = {};
  private int injectedPosition;
  private int taken;
  private State state = State.OUTSIDE;
  private Base64Text picture;
  private final StringBuilder string = new StringBuilder();
  private int addressLength;
  private State afterKey = State.STRING;
  private State afterColon = State.STRING;

  Base64Extractor(InputStream in, long maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** The image in whose place a text stands; empty for any other text. */
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
      if (injectedPosition == injected.length && position == end && !fill()) return -1;
      while (written < length && injectedPosition < injected.length) {
        buffer[offset + written++] = injected[injectedPosition++];
      }
      while (written < length && position < end && injectedPosition == injected.length) {
        if (state == State.PICTURE && escape.isComplete()) {
          position = picture.addPlain(window, position, end);
          if (position == end) break;
        }
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
      case ADDRESS -> inAddress(next);
    };
  }

  private boolean outside(int next) {
    if (next == '"') {
      state = afterColon;
      picture = state == State.PICTURE ? new Base64Text(maxBytes) : null;
      string.setLength(0);
      addressLength = 0;
    }
    if (!isSpace(next)) {
      afterColon = next == ':' ? afterKey : State.STRING;
      afterKey = State.STRING;
    }
    return true;
  }

  private boolean inString(int next) {
    if (escape.takes(next)) {
      if (escape.isComplete()) append(escape.character());
    } else if (next == '"') {
      state = State.OUTSIDE;
      afterKey =
          switch (string.toString()) {
            case PICTURE_KEY -> State.PICTURE;
            case ADDRESS_KEY -> State.ADDRESS;
            default -> State.STRING;
          };
    } else {
      append(next);
    }
    return true;
  }

  private void append(int character) {
    // A string that is longer is none of the names.
    if (string.length() <= PICTURE_KEY.length()) string.append((char) character);
  }

  private boolean inPicture(int next) {
    if (escape.takes(next)) {
      if (escape.isComplete()) addEscaped(escape.character());
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

  private void addEscaped(int character) {
    if (character == JsonEscape.UNKNOWN) {
      inject(WRONG_ESCAPE);
    } else if (character < 0x80) {
      picture.add(character);
    } else {
      byte[] encoded = String.valueOf((char) character).getBytes(StandardCharsets.UTF_8);
      for (byte one : encoded) picture.add(one & 0xff);
    }
  }

  private boolean inAddress(int next) {
    boolean begins = escape.isComplete() && (next & 0xc0) != 0x80;
    if (!escape.takes(next) && next == '"') {
      state = State.OUTSIDE;
      return true;
    }
    if (begins) addressLength++;
    return addressLength <= LONGEST_ADDRESS || next < ' ';
  }

  private void handOn(Base64Text whole) {
    whole.end();
    String text = prefix + taken++;
    pictures.put(text, whole);
    inject((text + '"').getBytes(StandardCharsets.US_ASCII));
  }

  private void inject(byte[] text) {
    injected = text;
    injectedPosition = 0;
  }

  private static boolean isSpace(int next) {
    return next == ' ' || next == '\n' || next == '\r' || next == '\t';
  }
}
