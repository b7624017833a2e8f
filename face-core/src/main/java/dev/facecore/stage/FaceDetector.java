package dev.facecore.stage;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.InferenceException;
import java.util.List;

/**
 * Finds faces and their five points in a picture: a seam that a user may replace. Implementations
 * are thread-safe. Those of the catalogue are opened by {@link dev.facecore.model.FaceModels}.
 */
public interface FaceDetector extends AutoCloseable {
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
