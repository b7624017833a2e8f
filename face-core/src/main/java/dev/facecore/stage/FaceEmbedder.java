package dev.facecore.stage;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.Embedding;
import dev.facecore.InferenceException;

/**
 * Turns an aligned face into an embedding; an application may bring its own. Implementations are
 * thread-safe. Those of the catalogue are opened by {@link dev.facecore.model.FaceModels}.
 */
public interface FaceEmbedder extends AutoCloseable {
  /** Returns the name for results and logs; the identity unless a class says otherwise. */
  default String name() {
    return model();
  }

  /** Returns the identity of the model; embeddings of different identities cannot be compared. */
  String model();

  /**
   * Embeds one face.
   *
   * @throws InferenceException if the network fails
   * @throws DeadlineException if the deadline passes
   */
  Embedding embed(AlignedFace face, Deadline deadline);

  /**
   * Returns how well a face can be recognised, 0 to 1, by the length of its raw embedding: the
   * share of faces that are expected to have a shorter one.
   */
  double quality(Embedding embedding);

  /** Returns what a similarity means for this model. */
  ThresholdTable thresholds();

  /**
   * Returns which faces this model can read; {@link Readability#NOT_MEASURED} unless a class says
   * more.
   */
  default Readability readability() {
    return Readability.NOT_MEASURED;
  }

  /** Frees the network; waits for calls under way. Closing twice is safe. */
  @Override
  void close();
}
