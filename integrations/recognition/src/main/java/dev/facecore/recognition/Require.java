package dev.facecore.recognition;

import dev.facecore.Embedding;
import java.util.List;

/** What every gallery asks of its arguments. */
final class Require {
  private static final int LONGEST_NAME = 200;

  private Require() {}

  static void person(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "person must be a name of 1 to " + LONGEST_NAME + " characters, got '" + name + "'");
    }
  }

  static void faces(String model, List<Embedding> faces) {
    if (faces.isEmpty()) throw new IllegalArgumentException("faces must not be empty");
    for (Embedding face : faces) face(model, face);
  }

  static void face(String model, Embedding face) {
    model(model, face.model());
  }

  static void model(String gallery, String given) {
    if (!gallery.equals(given)) throw GalleryException.otherModel(gallery, given);
  }
}
