package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.List;
import java.util.Optional;

/**
 * A detector of the catalogue with what looks again at what it found.
 *
 * @param scout is shown single faces from several sides, and pictures in which the detector found
 *     none; may be the detector itself
 * @param opinion says of doubtful faces whether they are any; empty where its network is not there
 */
public record EquippedDetector(
    FaceDetector detector, ScoutingDetector scout, Optional<FaceHeat> opinion)
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
    try (detector;
        scout) {
      opinion.ifPresent(FaceHeat::close);
    }
  }
}
