package dev.facecore.gallery.store;

import dev.facecore.Embedding;
import dev.facecore.gallery.GalleryException;
import java.util.List;
import java.util.Objects;

/** What every gallery asks of its arguments. */
public final class StoreChecks {
  private StoreChecks() {}

  /**
   * Refuses faces that cannot be enrolled together in a gallery.
   *
   * @param model the identity of the gallery's model
   * @throws IllegalArgumentException if there is no face
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
        "this gallery holds embeddings of "
            + stored
            + " values, which one of "
            + face.size()
            + " cannot be compared with; use the model that filled it or enrol everyone in a new"
            + " gallery");
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
        "this gallery holds embeddings of "
            + gallery
            + ", which those of "
            + given
            + " cannot be compared with; use that model or enrol everyone in a new gallery");
  }
}
