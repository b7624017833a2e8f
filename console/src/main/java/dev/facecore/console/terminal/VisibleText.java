package dev.facecore.console.terminal;

/**
 * Text from outside, such as the name of a file, made safe to look at: characters that steer a
 * terminal, break a line or reorder what is read become {@code \}{@code u001B} and the like.
 */
public final class VisibleText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private VisibleText() {}

  /** Returns a text of one line. */
  public static String of(String text) {
    if (text.codePoints().noneMatch(VisibleText::isHidden)) return text;
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            character -> {
              if (isHidden(character)) visible.append(escape(character));
              else visible.appendCodePoint(character);
            });
    return visible.toString();
  }

  static String escape(int character) {
    return String.format(Character.isBmpCodePoint(character) ? "\\u%04X" : "\\U%08X", character);
  }

  static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      // Persian and Hindi words and emoji are joined by these.
      case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }
}
