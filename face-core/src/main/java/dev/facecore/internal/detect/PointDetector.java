package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.internal.image.Rendition;
import dev.facecore.stage.Detection;
import dev.facecore.stage.Picture;
import java.util.List;

/** A detector whose finder gives faces with their points. */
record PointDetector(String name, CandidateFinder finder) implements ScoutingDetector {
  @Override
  public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
    return candidates(picture, detectionSize, deadline).stream()
        .filter(found -> found.confidence() >= ScoutingDetector.MIN_CONFIDENCE)
        .toList();
  }

  @Override
  public List<Detection> candidates(Picture picture, int detectionSize, Deadline deadline) {
    try (DecodedImage.Borrowed image = DecodedImage.borrow(picture)) {
      Rendition seen = image.image().at(DetectionInput.scale(picture, detectionSize));
      return finder.find(seen.pixels(), detectionSize, deadline).stream()
          .map(candidate -> candidate.displayed(seen))
          .map(candidate -> candidate.toDetection(picture.width(), picture.height()))
          .toList();
    }
  }

  @Override
  public void close() {
    finder.close();
  }
}
