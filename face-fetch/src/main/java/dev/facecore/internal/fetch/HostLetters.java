package dev.facecore.internal.fetch;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Which characters and labels {@link ForeignName} is sure about. */
final class HostLetters {
  private static final int LONGEST_LABEL = 63; // in ASCII, which is never shorter
  private static final int FINAL_SIGMA = 0x3c2;

  /**
   * Parts of a character that the table treats otherwise than the character alone: the Greek iota
   * below a vowel, which it writes beside it; a final sigma; full stops.
   */
  private static final String TREATED_OTHERWISE = "\u0345\u03c2.\u3002";

  /** First and last of the characters that the table treats in a way of its own. */
  private static final int[][] SPECIAL = {
    {0x34f, 0x34f}, // joiner of marks
    {0x115f, 0x1160}, // fillers
    {0x13a0, 0x13ff}, // Cherokee, whose lower case came later
    {0x17b4, 0x17b5}, // vowels that are not seen
    {0x180b, 0x180f}, // variation marks
    {0x1c80, 0x1c8f}, // Cyrillic letters in old forms
    {0x31ef, 0x31ef}, // a stroke
    {0x2ff0, 0x2fff}, // descriptions of letters
    {0x3164, 0x3164}, // filler
    {0xab70, 0xabbf}, // Cherokee
    {0xffa0, 0xffa0}, // filler
    {0xfff0, 0xffff} // stands for what is not a character
  };

  private HostLetters() {}

  /** Dropped wherever it is: soft hyphen, zero-width space and joiner of words, variation marks. */
  static boolean isIgnored(int point) {
    return point == 0xad
        || point == 0x200b
        || point == 0x2060
        || point == 0xfeff
        || (point >= 0xfe00 && point <= 0xfe0f)
        || (point >= 0xe0100 && point <= 0xe01ef);
  }

  /** Whether the computed mapping of the character is the table's. */
  static boolean isCertain(int point) {
    boolean ascii = point < 0x80;
    return ascii || (isPrinted(point) && !isSpecial(point) && !becomesUncertain(point));
  }

  private static boolean isPrinted(int point) {
    return switch (Character.getType(point)) {
      case Character.UNASSIGNED,
          Character.CONTROL,
          Character.FORMAT, // the joiners U+200C and U+200D among them
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static boolean isSpecial(int point) {
    for (int[] range : SPECIAL) {
      if (point >= range[0] && point <= range[1]) return true;
    }
    return false;
  }

  private static boolean becomesUncertain(int point) {
    if (point == FINAL_SIGMA) return false;
    String parts = Normalizer.normalize(Character.toString(point), Form.NFKD);
    return parts.chars().anyMatch(part -> TREATED_OTHERWISE.indexOf(part) >= 0);
  }

  /** Whether a label in lower case is one: not empty, and beginning with no mark over another. */
  static boolean isLabel(String label) {
    boolean fits = !label.isEmpty() && label.codePointCount(0, label.length()) <= LONGEST_LABEL;
    // Such a prefix says that the rest is ASCII.
    boolean encodedTwice = label.startsWith("xn--") && !ForeignName.isAscii(label);
    if (!fits || encodedTwice) return false;
    return switch (Character.getType(label.codePointAt(0))) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          false;
      default -> true;
    };
  }
}
