package dev.facecore.gallery.store;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Normalises the names of people. Keyboards and file systems write one name in several Unicode
 * forms (é as one character, or as e and an accent): all are one person, stored composed.
 */
public final class PersonName {
  private static final int LONGEST = 200;

  private PersonName() {}

  /**
   * Returns the composed form (NFC).
   *
   * @throws IllegalArgumentException if the name is blank or has more than 200 characters
   */
  public static String of(String name) {
    String composed = composed(name);
    if (composed.isBlank() || composed.length() > LONGEST) {
      throw new IllegalArgumentException(
          "person must be a name of 1 to " + LONGEST + " characters, got '" + name + "'");
    }
    return composed;
  }

  /** Returns the composed form (NFC) of a stored name. */
  public static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /**
   * Returns the forms under which the person may be stored: composed, as given, decomposed.
   *
   * @throws IllegalArgumentException if the name is blank or has more than 200 characters
   */
  public static List<String> forms(String name) {
    String composed = of(name);
    return Stream.of(composed, name, Normalizer.normalize(composed, Normalizer.Form.NFD))
        .distinct()
        .toList();
  }
}
