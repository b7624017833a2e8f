package dev.facecore.stage;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.InferenceException;
import dev.facecore.ModelException;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.pipeline.Models;
import dev.facecore.model.Accelerator;
import java.util.List;
import java.util.Optional;

/**
 * Finds faces and their five points in a picture: a seam that a user may replace. Implementations
 * are thread-safe.
 */
public interface FaceDetector extends AutoCloseable {
  /**
   * Opens an embedded detector; the caller closes it.
   *
   * @throws ModelException if there is none of this name, or its file is missing or damaged
   */
  static FaceDetector load(String name) {
    return new Models(ModelCatalogue.open(Optional.empty()), Accelerator.CPU).detector(name);
  }

  /** The name under which results and logs mention it. */
  String name();

  /**
   * The faces of a picture in no particular order.
   *
   * @param detectionSize the longer side, in pixels, at which faces are looked for; the picture is
   *     shrunk to it if it is larger and never enlarged
   * @throws InferenceException if the network fails
   * @throws DeadlineException if the deadline passes
   */
  List<Detection> detect(Picture picture, int detectionSize, Deadline deadline);

  /** Frees the network; waits for calls under way. Closing twice is safe. */
  @Override
  void close();
}
