package dev.facecore.http.log;

/** Makes what others wrote fit for one line of a log or a terminal. */
public final class LogText {
  private static final int LONGEST = 200;

  private LogText() {}

  /**
   * The text without line breaks or anything else that moves the cursor or hides characters, cut
   * when it is long.
   */
  public static String oneLine(String text) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    StringBuilder line = new StringBuilder(start.length() + 1);
    start
        .codePoints()
        .forEach(character -> line.appendCodePoint(isShown(character) ? character : '?'));
    return start.length() < text.length() ? line.append('…').toString() : line.toString();
  }

  /**
   * {@link #oneLine} in quotes; quotes and backslashes of the text are escaped as JSON does, so
   * that nothing but the end of the text ends the quotes.
   */
  public static String quoted(String text) {
    return '"' + oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
