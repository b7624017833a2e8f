package dev.facecore.gallery;

import dev.facecore.Embedding;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Stores enrolled people with the embeddings of their faces. A gallery contains embeddings of one
 * model only, because those of two models cannot be compared.
 *
 * <p>Thread-safe. Every later call sees what an earlier one changed, also in other programs. Every
 * method throws {@link GalleryException} if the store cannot be used.
 */
public interface Gallery extends AutoCloseable {
  /** Returns the identity of the model of its embeddings: {@link Embedding#model}. */
  String model();

  /**
   * Enrols faces of a person, all of them or, on failure, none. A face that is enrolled already is
   * not stored twice.
   *
   * @param person the name, 1 to 200 characters; its Unicode forms are one name, and {@link
   *     #people} and {@link #nearest} return the composed one
   * @return how many of these faces are new
   * @throws GalleryException if one is an embedding of another model, or of another length than
   *     those in the gallery
   * @throws IllegalArgumentException if the list is empty, or the name is blank or too long
   */
  int enrol(String person, List<Embedding> faces);

  /**
   * Returns the most similar enrolled face, whatever its similarity; empty only if the gallery is
   * empty.
   *
   * @throws GalleryException if the face is an embedding of another model
   */
  Optional<Match> nearest(Embedding face);

  /**
   * Deletes everything that is stored of a person.
   *
   * @return the number of deleted faces; 0 if the name is not enrolled
   */
  int forget(String person);

  /** Returns the people by name, with the number of their enrolled faces. */
  SortedMap<String, Integer> people();

  /** Returns the number of enrolled faces. */
  int size();

  /** Releases the resources of this object; the stored people stay. */
  @Override
  void close();
}
