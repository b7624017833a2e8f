package dev.facecore.internal.search;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import dev.facecore.internal.image.DecodedImage;
import java.util.List;
import java.util.OptionalInt;

public final class FaceSearch {
  private final FaceDetector detector;
  private final TurnedFaces turned;
  private final SecondLook second;

  public FaceSearch(FaceDetector detector) {
    this.detector = detector;
    this.turned = new TurnedFaces(detector);
    this.second = new SecondLook(detector, turned);
  }

  public List<Detection> in(Picture picture, OptionalInt chosenSize, Deadline deadline) {
    if (Boolean.getBoolean("t.plain")) return detector.detect(picture, chosenSize.orElse(640), deadline);
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(picture)) {
      DecodedImage image = lent.image();
    int size = chosenSize.orElse(640);
    List<Detection> faces = detector.detect(picture, size, deadline);
    if (faces.isEmpty()) return second.at(image, size, deadline);
    double shrink = Math.min(1, (double) size / Math.max(image.width(), image.height()));
    if (faces.stream().noneMatch(face -> turned.needsAnotherLook(face, shrink))) return faces;
    return Distinct.of(faces.stream().map(face -> turned.needsAnotherLook(face, shrink) ? turned.upright(image, face, deadline) : face).toList());
    }
  }
}
