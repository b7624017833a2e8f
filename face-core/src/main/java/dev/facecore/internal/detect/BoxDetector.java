package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.internal.image.Rendition;
import dev.facecore.stage.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A detector whose finder gives boxes only, or boxes with poor points: the points come from a
 * second pass. A box in which that finds no face is dropped unless it has points of its own.
 */
record BoxDetector(String name, CandidateFinder finder, LandmarkPass landmarks)
    implements PointedDetector {
  /** Two boxes whose faces overlap by more than this are about one face. */
  private static final double ONE_FACE = 0.4;

  /**
   * The finder's own box and score beside the face of the second pass, or beside itself where that
   * saw none.
   */
  private record Seen(Candidate box, Candidate face) {
    Candidate faceByBoxScore() {
      return new Candidate(
          face.left(), face.top(), face.right(), face.bottom(), box.score(), face.points());
    }

    Pointed in(Picture picture) {
      Candidate boxWithPoints =
          new Candidate(
              box.left(), box.top(), box.right(), box.bottom(), box.score(), face.points());
      double confidence = face.equals(box) ? 0 : face.score();
      return new Pointed(boxWithPoints.toDetection(picture.width(), picture.height()), confidence);
    }
  }

  @Override
  public List<Pointed> pointed(Picture picture, int detectionSize, Deadline deadline) {
    try (DecodedImage.Borrowed image = DecodedImage.borrow(picture)) {
      List<Seen> seen = seen(image.image(), detectionSize, deadline);
      return NonMaxSuppression.keep(
              seen, Seen::faceByBoxScore, Candidate::overlap, ONE_FACE, deadline)
          .stream()
          .map(both -> both.in(picture))
          .toList();
    }
  }

  private List<Seen> seen(DecodedImage image, int detectionSize, Deadline deadline) {
    Rendition shown = image.at(DetectionInput.scale(image, detectionSize));
    List<Seen> seen = new ArrayList<>();
    for (Candidate found : finder.find(shown.pixels(), detectionSize, deadline)) {
      Candidate box = found.displayed(shown);
      landmarks
          .face(image, box, deadline)
          .or(() -> box.hasPoints() ? Optional.of(box) : Optional.empty())
          .ifPresent(face -> seen.add(new Seen(box, face)));
    }
    return seen;
  }

  @Override
  public void close() {
    try {
      finder.close();
    } finally {
      landmarks.close();
    }
  }
}
