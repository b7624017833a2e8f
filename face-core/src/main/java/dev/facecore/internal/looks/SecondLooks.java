package dev.facecore.internal.looks;

import dev.facecore.Deadline;
import dev.facecore.internal.detect.EquippedDetector;
import dev.facecore.internal.detect.ScoutingDetector;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a detector of the catalogue does after its first look: doubtful faces are seen from near and
 * judged by another network, and where nothing was found, weak places are. Thread-safe.
 */
final class SecondLooks {
  /**
   * The most faces of a picture that are seen from near, the largest first: at up to 12 looks of
   * 160 pixels each they cost as much as 64 first looks. A crowd has fewer that are large and
   * doubtful; a mosaic made to cost time has not.
   */
  private static final int MOST_TURNED = 64;

  private final FaceDetector detector;
  private final ScoutingDetector scout;
  private final boolean isOwnScout;
  private final TurnedFaces turned;
  private final SecondOpinion opinion;

  private SecondLooks(
      FaceDetector detector, ScoutingDetector scout, boolean isOwnScout, SecondOpinion opinion) {
    this.detector = detector;
    this.scout = scout;
    this.isOwnScout = isOwnScout;
    this.turned = isOwnScout ? TurnedFaces.foundBy(scout) : TurnedFaces.seenBy(scout);
    this.opinion = opinion;
  }

  /** Those of a detector of the catalogue; empty for any other, which is called once or twice. */
  static Optional<SecondLooks> of(FaceDetector detector) {
    if (detector instanceof EquippedDetector equipped) {
      boolean isOwnScout = equipped.detector() == equipped.scout();
      SecondOpinion opinion = new SecondOpinion(equipped.opinion());
      return Optional.of(
          new SecondLooks(equipped.detector(), equipped.scout(), isOwnScout, opinion));
    }
    if (detector instanceof ScoutingDetector own) {
      return Optional.of(new SecondLooks(own, own, true, new SecondOpinion(Optional.empty())));
    }
    return Optional.empty();
  }

  /** The detector whose first look this follows. */
  FaceDetector detector() {
    return detector;
  }

  List<Detection> after(
      FirstLook first, Picture picture, OptionalInt chosenSize, Deadline deadline) {
    if (first.faces().isEmpty()) return atPlaces(first, picture, chosenSize, deadline);
    List<Detection> faces = judged(first, picture, deadline);
    // What is no face as it was found may be one that stands otherwise.
    return faces.isEmpty() ? atPlaces(first.withoutFaces(), picture, chosenSize, deadline) : faces;
  }

  private List<Detection> judged(FirstLook first, Picture picture, Deadline deadline) {
    Set<Detection> leaning = leaning(first, picture);
    boolean isSure = first.faces().stream().noneMatch(face -> isDoubtful(first, face));
    if (leaning.isEmpty() && isSure) return first.faces();
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(picture)) {
      DecodedImage image = lent.image();
      List<Detection> faces = new ArrayList<>();
      for (Detection found : first.faces()) {
        Detection face = leaning.contains(found) ? turned.upright(image, found, deadline) : found;
        if (!isDoubtful(first, found) || opinion.confirms(image, face, deadline)) faces.add(face);
      }
      // Several wrong boxes on one turned face come out as the one right box.
      return leaning.isEmpty() ? faces : Distinct.of(faces);
    }
  }

  private static boolean isDoubtful(FirstLook first, Detection found) {
    return SecondOpinion.isDoubtful(found.confidence()) && !first.settled().contains(found);
  }

  private boolean isFace(DecodedImage image, Detection found, Deadline deadline) {
    return !SecondOpinion.isDoubtful(found.confidence())
        || opinion.confirms(image, found, deadline);
  }

  /** The largest of the faces that are turned or may be. */
  private Set<Detection> leaning(FirstLook first, Picture picture) {
    return first.faces().stream()
        .filter(face -> !first.settled().contains(face))
        .filter(face -> turned.needsAnotherLook(face, picture, first.shrink(picture)))
        .sorted(Comparator.<Detection>comparingDouble(face -> face.box().area()).reversed())
        .limit(MOST_TURNED)
        .collect(Collectors.toSet());
  }

  private List<Detection> atPlaces(
      FirstLook first, Picture picture, OptionalInt chosenSize, Deadline deadline) {
    List<Detection> places =
        isOwnScout ? first.places() : scout.candidates(picture, first.size(), deadline);
    if (places.isEmpty()) return List.of();
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(picture)) {
      // In the pixels that are decoded already: more of a large photograph would take longer to
      // decode than all of it takes to search.
      DecodedImage image = lent.image().limitedTo(first.shrink(picture));
      List<Detection> faces =
          new WeakPlaces(turned)
              .faces(image, places, deadline).stream()
                  .filter(face -> opinion.confirms(image, face, deadline))
                  .toList();
      if (chosenSize.isPresent()) return faces;
      return first.enlarged(lent.image(), faces, detector, deadline).faces().stream()
          .filter(face -> faces.contains(face) || isFace(lent.image(), face, deadline))
          .toList();
    }
  }
}
