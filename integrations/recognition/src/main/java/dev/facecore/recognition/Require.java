package dev.facecore.recognition;

import dev.facecore.Embedding;
import java.util.List;
import java.util.Objects;

/** What every gallery asks of its arguments. */
final class Require {
  private Require() {}

  static void faces(String model, List<Embedding> faces) {
    if (faces.isEmpty()) throw new IllegalArgumentException("faces must not be empty");
    int index = 0;
    for (Embedding face : faces) {
      String name = "faces[" + index++ + "]";
      face(model, Objects.requireNonNull(face, () -> name + " must not be null"));
      length(faces.get(0).size(), face);
    }
  }

  /** Embeddings of one model have one length, unless somebody named two models alike. */
  static void length(int stored, Embedding face) {
    if (face.size() != stored) throw GalleryException.otherLength(stored, face.size());
  }

  static void face(String model, Embedding face) {
    model(model, face.model());
  }

  static void model(String gallery, String given) {
    if (!gallery.equals(given)) throw GalleryException.otherModel(gallery, given);
  }
}
