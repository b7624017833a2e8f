package dev.facecore.http.request;

/** Follows the escapes of a JSON string byte by byte. */
final class JsonEscape {
  private static final int NONE = 0;
  private static final int HEX_DIGITS = 4;

  /** Not a character of any text: stands for an escape that JSON does not know. */
  static final int UNKNOWN = -1;

  private int expected = NONE;
  private boolean begun;
  private int character;

  /** Whether a byte belongs to an escape. */
  boolean takes(int next) {
    if (expected > NONE) {
      int digit = Character.digit(next, 16);
      boolean known = digit >= 0 && character != UNKNOWN;
      character = known ? character << 4 | digit : UNKNOWN;
      expected--;
      return true;
    }
    if (begun) {
      begun = false;
      begin(next);
      return true;
    }
    begun = next == '\\';
    return begun;
  }

  private void begin(int letter) {
    if (letter == 'u') {
      expected = HEX_DIGITS;
      character = 0;
      return;
    }
    character =
        switch (letter) {
          case '"', '\\', '/' -> letter;
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> UNKNOWN;
        };
  }

  /** Whether no escape is begun: the byte taken last was the last of one, or is of none. */
  boolean isComplete() {
    return !begun && expected == NONE;
  }

  /** What the escape stands for; a UTF-16 code unit. */
  int character() {
    return character;
  }
}
