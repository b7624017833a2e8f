package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.List;

/** A detector that also tells where a face may be that it does not see well. */
public interface ScoutingDetector extends FaceDetector {
  /** Below this confidence a candidate is no face, whatever detector found it. */
  float MIN_CONFIDENCE = 0.5f;

  /**
   * The lowest confidence of a candidate. Of 500 pictures of LFW, turned by 90, 180 and 270
   * degrees, four, two and one are not found then; at .01 none, one and one, but a picture without
   * a face costs 1.56 first looks instead of 1.37.
   */
  float WEAK = 0.04f;

  /**
   * The faces that {@link #detect} finds and the places that may hold another, by descending
   * confidence.
   */
  List<Detection> candidates(Picture picture, int detectionSize, Deadline deadline);
}
