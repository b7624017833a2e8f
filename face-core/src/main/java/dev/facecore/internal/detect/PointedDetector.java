package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.List;

/** A detector whose points come from another network, which looks at each face from near. */
public interface PointedDetector extends FaceDetector {
  /**
   * A face with the confidence of both networks.
   *
   * @param face with the detector's own confidence
   * @param pointsConfidence how sure the other network is that it is a face, 0 to 1
   */
  record Pointed(Detection face, double pointsConfidence) {}

  /** The faces that {@link #detect} finds. */
  List<Pointed> pointed(Picture picture, int detectionSize, Deadline deadline);

  @Override
  default List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
    return pointed(picture, detectionSize, deadline).stream().map(Pointed::face).toList();
  }
}
