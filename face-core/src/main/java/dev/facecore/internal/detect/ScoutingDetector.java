package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import java.util.List;

/** A detector that also tells where a face may be that it does not see well. */
public interface ScoutingDetector extends FaceDetector {
  /**
   * The lowest confidence of a candidate. RetinaFace has one of at least .16 at 99 % of the faces
   * of LFW turned by 90, 180 or 270 degrees, and none of .1 in 58 % of the album's and the cameras'
   * pictures without a face.
   */
  float WEAK = 0.08f;

  /**
   * The faces that {@link #detect} finds and the places that may hold another, by descending
   * confidence.
   */
  List<Detection> candidates(Picture picture, int detectionSize, Deadline deadline);
}
