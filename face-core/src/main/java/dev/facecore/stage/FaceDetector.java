package dev.facecore.stage;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.InferenceException;
import java.util.List;

/**
 * Finds faces and their five points in an image. Those of the catalogue are opened by {@link
 * dev.facecore.model.FaceModels}; a user may give {@link dev.facecore.FaceExtractor} another one.
 *
 * <p>An extractor calls {@link #detect} from all of its threads at once, each with an image of its
 * own, so an implementation is thread-safe. The extractor takes it over and closes it.
 *
 * <p>A detector of a user's own is asked once for each image, at a detection size of 640 or the one
 * that was chosen. Only where no size was chosen, the image has more pixels than that, and a face
 * is smaller than 24 pixels once the image is shrunk to it, it is asked a second time, at 1280.
 * Faces below a confidence of 0.5 are dropped. Nothing else is tuned to a detector: the looks from
 * near, at turned and at doubtful faces, belong to the detectors of the catalogue, because their
 * limits were measured with them; a detector may look again itself, before it answers. {@link
 * dev.facecore.FaceExtractor#warmUp} shows it one grey image of 640 by 480 pixels.
 */
public interface FaceDetector extends AutoCloseable {
  /** Returns the name for results and logs. */
  String name();

  /**
   * Finds the faces of an image.
   *
   * @param picture lent for this call: not to be kept or closed
   * @param detectionSize the longer side, in pixels, at which faces are looked for; the image is
   *     shrunk to it if it is larger and never enlarged
   * @param deadline to be checked between steps that take long
   * @return the faces in no particular order, in pixels of the image as displayed
   * @throws InferenceException if the network fails on this image; the others are not affected
   * @throws DeadlineException if the deadline passes
   */
  List<Detection> detect(Picture picture, int detectionSize, Deadline deadline);

  /** Frees the network; waits for calls under way. Closing twice is safe. */
  @Override
  void close();
}
