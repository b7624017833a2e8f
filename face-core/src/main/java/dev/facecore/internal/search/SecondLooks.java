package dev.facecore.internal.search;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import dev.facecore.internal.detect.ScoutingDetector;
import dev.facecore.internal.detect.WithCloseUps;
import dev.facecore.internal.image.DecodedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a detector of the catalogue does after its first look: doubtful faces are seen from near,
 * and where nothing was found, weak places are. Thread-safe.
 *
 * @param scout looks from near, and says where a face may be
 * @param isOwn whether the scout made the first look itself
 */
record SecondLooks(FaceDetector detector, ScoutingDetector scout, boolean isOwn) {
  /**
   * The most faces of a picture that are seen from near, the largest first: at up to 12 looks of
   * 160 pixels each they cost as much as 64 first looks. A crowd has fewer that are large and
   * doubtful; a mosaic made to cost time has not.
   */
  private static final int MOST_DOUBTFUL = 64;

  /** Those of a detector of the catalogue; empty for any other, which is called once or twice. */
  static Optional<SecondLooks> of(FaceDetector detector) {
    if (detector instanceof WithCloseUps other) {
      return Optional.of(new SecondLooks(detector, other.closeUps(), false));
    }
    if (detector instanceof ScoutingDetector own) {
      return Optional.of(new SecondLooks(detector, own, true));
    }
    return Optional.empty();
  }

  List<Detection> after(
      FirstLook first, Picture picture, OptionalInt chosenSize, Deadline deadline) {
    if (first.faces().isEmpty()) return atPlaces(first, picture, chosenSize, deadline);
    List<Detection> doubtful = doubtful(first, picture);
    if (doubtful.isEmpty()) return first.faces();
    Set<Detection> again = doubtful.stream().limit(MOST_DOUBTFUL).collect(Collectors.toSet());
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(picture)) {
      List<Detection> faces = new ArrayList<>();
      for (Detection face : first.faces()) {
        faces.add(again.contains(face) ? turned().upright(lent.image(), face, deadline) : face);
      }
      // Several wrong boxes on one turned face come out as the one right box.
      return faces.equals(first.faces()) ? faces : Distinct.of(faces);
    }
  }

  private List<Detection> doubtful(FirstLook first, Picture picture) {
    return first.faces().stream()
        .filter(face -> turned().needsAnotherLook(face, picture, first.shrink(picture)))
        .sorted(Comparator.<Detection>comparingDouble(face -> face.box().area()).reversed())
        .toList();
  }

  private List<Detection> atPlaces(
      FirstLook first, Picture picture, OptionalInt chosenSize, Deadline deadline) {
    List<Detection> places =
        isOwn ? first.places() : scout.candidates(picture, first.size(), deadline);
    if (places.isEmpty()) return List.of();
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(picture)) {
      // In the pixels that are decoded already: more of a large photograph would take longer to
      // decode than all of it takes to search.
      DecodedImage image = lent.image().limitedTo(first.shrink(picture));
      List<Detection> faces = new WeakPlaces(turned()).faces(image, places, deadline);
      if (chosenSize.isPresent()) return faces;
      return first.enlarged(lent.image(), faces, detector, deadline).faces();
    }
  }

  private TurnedFaces turned() {
    return isOwn ? TurnedFaces.foundBy(scout) : TurnedFaces.seenBy(scout);
  }
}
