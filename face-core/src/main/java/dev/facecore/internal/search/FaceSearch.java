package dev.facecore.internal.search;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import java.util.List;
import java.util.OptionalInt;

public final class FaceSearch {
  private final FaceDetector detector;
  private final TurnedFaces turned;

  public FaceSearch(FaceDetector detector) {
    this.detector = detector;
    this.turned = new TurnedFaces(detector);
  }

  public List<Detection> in(Picture picture, OptionalInt chosenSize, Deadline deadline) {
    List<Detection> faces = detector.detect(picture, chosenSize.orElse(640), deadline);
    return turned.upright(picture, faces, deadline);
  }
}
