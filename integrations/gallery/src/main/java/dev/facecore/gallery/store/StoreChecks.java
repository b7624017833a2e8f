package dev.facecore.gallery.store;

import dev.facecore.Embedding;
import dev.facecore.gallery.GalleryException;
import java.util.List;
import java.util.Objects;

/** Checks the arguments of every gallery. */
public final class StoreChecks {
  private StoreChecks() {}

  /**
   * Refuses faces that cannot be enrolled together in a gallery.
   *
   * @param model the identity of the gallery's model
   * @throws IllegalArgumentException if the list is empty
   * @throws NullPointerException if a face is null; the message has its position
   * @throws GalleryException if one is an embedding of another model, or not all have one length
   */
  public static void faces(String model, List<Embedding> faces) {
    if (faces.isEmpty()) throw new IllegalArgumentException("faces must not be empty");
    int index = 0;
    for (Embedding face : faces) {
      String name = "faces[" + index++ + "]";
      face(model, Objects.requireNonNull(face, () -> name + " must not be null"));
      length(faces.get(0).size(), face);
    }
  }

  /**
   * Refuses a face of another length than those that are stored. Embeddings of one model have one
   * length, unless two models have been given one name.
   */
  public static void length(int stored, Embedding face) {
    if (face.size() == stored) return;
    throw new GalleryException(
        "This gallery contains embeddings of "
            + stored
            + " values, which cannot be compared with one of "
            + face.size()
            + "; use the model that filled it, or enrol everyone in a new gallery.");
  }

  /** Refuses a face of another model. */
  public static void face(String model, Embedding face) {
    model(model, face.model());
  }

  /**
   * Refuses another model.
   *
   * @param gallery the identity of the gallery's model
   */
  public static void model(String gallery, String given) {
    if (gallery.equals(given)) return;
    throw new GalleryException(
        "This gallery contains embeddings of "
            + gallery
            + ", which cannot be compared with those of "
            + given
            + "; use that model, or enrol everyone in a new gallery.");
  }
}
