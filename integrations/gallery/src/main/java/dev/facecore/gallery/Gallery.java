package dev.facecore.gallery;

import dev.facecore.Embedding;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Enrolled people, each with the embeddings of some of their faces, kept for later. A gallery holds
 * the embeddings of one model only, for those of two models mean nothing to each other.
 *
 * <p>Thread-safe. What one call changed, every later call sees, of other programs on the same
 * gallery too. Every method throws {@link GalleryException} if the store cannot be used.
 */
public interface Gallery extends AutoCloseable {
  /** The identity of the model whose embeddings it holds: {@link Embedding#model}. */
  String model();

  /**
   * Keeps faces of a person, all of them or, if this fails, none. A face that the person has
   * already is not kept twice, so that enrolling again changes nothing.
   *
   * @param person the name under which they are recognised and forgotten, 1 to 200 characters; the
   *     forms of Unicode in which it can be written are one name, and {@link #people} and {@link
   *     #nearest} give the composed one
   * @return how many of these faces are new
   * @throws GalleryException if one is an embedding of another model, or of another length than
   *     those in the gallery
   * @throws IllegalArgumentException if there is no face, or the name is blank or too long
   */
  int enrol(String person, List<Embedding> faces);

  /**
   * The person of the enrolled face that is most similar, however little that is; empty only if no
   * face is enrolled.
   *
   * @throws GalleryException if the face is an embedding of another model
   */
  Optional<Match> nearest(Embedding face);

  /**
   * Deletes everything that is kept of a person.
   *
   * @return how many faces that were; 0 if nobody is enrolled under this name
   */
  int forget(String person);

  /** The people by name, and how many faces are kept of each. */
  SortedMap<String, Integer> people();

  /** How many faces are enrolled. */
  int size();

  /** Frees what belongs to this object; the gallery itself stays. */
  @Override
  void close();
}
