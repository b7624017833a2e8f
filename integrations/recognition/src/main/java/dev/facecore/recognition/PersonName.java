package dev.facecore.recognition;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A name under which a person is kept. Keyboards and file systems write one name in several forms
 * of Unicode (é as one character, or as e and an accent): all are one person, and kept composed.
 */
final class PersonName {
  private static final int LONGEST = 200;

  private PersonName() {}

  /** The composed form (NFC); refuses a blank name and one that is too long. */
  static String of(String name) {
    String composed = composed(name);
    if (composed.isBlank() || composed.length() > LONGEST) {
      throw new IllegalArgumentException(
          "person must be a name of 1 to " + LONGEST + " characters, got '" + name + "'");
    }
    return composed;
  }

  static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** Under what an earlier version may have kept it too: as it was given. */
  static List<String> forms(String name) {
    String composed = of(name);
    return Stream.of(composed, name, Normalizer.normalize(composed, Normalizer.Form.NFD))
        .distinct()
        .toList();
  }
}
