package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import java.util.List;

/**
 * A detector that leaves the second look at single faces to another one: to one that knows from
 * close by which way a face stands.
 *
 * @param closeUps is shown single faces from several sides, and pictures in which the other found
 *     none; closed with this one
 */
public record WithCloseUps(FaceDetector detector, ScoutingDetector closeUps)
    implements FaceDetector {
  @Override
  public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
    return detector.detect(picture, detectionSize, deadline);
  }

  @Override
  public String name() {
    return detector.name();
  }

  @Override
  public void close() {
    try {
      detector.close();
    } finally {
      closeUps.close();
    }
  }
}
