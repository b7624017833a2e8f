package dev.facecore.internal.looks;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.internal.detect.PointedDetector;
import dev.facecore.internal.detect.ScoutingDetector;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks again at faces that are turned in the plane of the picture, this time with the face
 * upright: detectors find a turned face with full confidence, but put its points where they would
 * be if it stood. Thread-safe.
 */
final class TurnedFaces {
  /** Whoever leans by more, in degrees, is turned: of upright faces 90 % lean by less than 4. */
  private static final double TURNED = 35;

  /**
   * A face that leans by more, in degrees, or of which the detector is less sure may be turned
   * although its points look upright. So look 98 % of those faces turned by 180 degrees whose
   * points do, and 9 % of upright ones (1,000 and 500 pictures of LFW).
   */
  private static final double DOUBTFUL_LEAN = 15;

  private static final double DOUBTFUL_CONFIDENCE = 0.99;

  /** Reached by no face: another detector's confidence does not say which way a face stands. */
  private static final double ALWAYS_DOUBTFUL = 2;

  /** Below this side, in pixels of the network, a low confidence says that the face is small. */
  private static final double DOUBTFUL_SIDE = 48;

  /** A face is seen upright by a view in which it leans by less, in degrees. */
  private static final double UPRIGHT = 30;

  /**
   * With more, in degrees, the view is turned once more: points are right within about this range.
   */
  private static final double STRAIGHT = 10;

  /** Half of the doubtful upright faces, but hardly one that is turned, reach this as they are. */
  private static final double CONFIRMED = 0.995;

  /** Nearly every face reaches this once it is upright. */
  private static final double SURE = 0.99;

  private final FaceDetector detector;
  private final double doubtfulConfidence;

  private TurnedFaces(FaceDetector detector, double doubtfulConfidence) {
    this.detector = detector;
    this.doubtfulConfidence = doubtfulConfidence;
  }

  /** For faces that this detector itself has found. */
  static TurnedFaces foundBy(FaceDetector detector) {
    return new TurnedFaces(detector, DOUBTFUL_CONFIDENCE);
  }

  /** For faces that another detector has found: this one looks at each that is large and whole. */
  static TurnedFaces seenBy(FaceDetector detector) {
    return new TurnedFaces(detector, ALWAYS_DOUBTFUL);
  }

  /**
   * Whether a face that two networks saw needs no further look: the one that looked from near and
   * set the points is as sure of it as a confirming look would be, and the face stands.
   */
  static boolean isSettled(PointedDetector.Pointed seen) {
    return seen.pointsConfidence() >= CONFIRMED
        && Math.abs(Lean.of(seen.face().landmarks())) <= STRAIGHT;
  }

  private boolean isFoundByItself() {
    return doubtfulConfidence < ALWAYS_DOUBTFUL;
  }

  /**
   * Whether a face is turned or may be.
   *
   * @param shrink pixels of the network for one of the picture when the face was found
   */
  boolean needsAnotherLook(Detection face, Picture picture, double shrink) {
    double lean = Math.abs(Lean.of(face.landmarks()));
    if (lean > TURNED) return true;
    boolean doubtful = lean > DOUBTFUL_LEAN || face.confidence() < doubtfulConfidence;
    Box box = face.box();
    return doubtful
        && shrink * Math.min(box.width(), box.height()) >= DOUBTFUL_SIDE
        && !isCut(box, picture);
  }

  // The detector is less sure of a face that is cut off, whichever way it stands.
  private static boolean isCut(Box box, Picture picture) {
    return box.x() <= 0
        || box.y() <= 0
        || box.right() >= picture.width()
        || box.bottom() >= picture.height();
  }

  /** The same face as seen upright, or as it is if it stands already. */
  Detection upright(DecodedImage image, Detection face, Deadline deadline) {
    double lean = Lean.of(face.landmarks());
    if (Math.abs(lean) > TURNED) {
      return best(image, face, deadline)
          .map(look -> straightened(image, look, deadline).face())
          .orElse(face);
    }
    Optional<CloseLook> asItIs = CloseLook.at(image, face.box(), lean, detector, deadline);
    if (asItIs.filter(look -> isUpright(look, CONFIRMED)).isPresent()) {
      return agreed(image, face, asItIs.get(), deadline);
    }
    Optional<CloseLook> best = fromOtherSides(image, face, lean, asItIs, deadline);
    // Nothing speaks for another direction, and most such faces are blurred ones that stand.
    if (best.equals(asItIs)) {
      return best.filter(look -> look.lean() > STRAIGHT)
          .map(look -> straightened(image, look, deadline).face())
          .filter(seen -> seen.confidence() >= SURE)
          .orElse(face);
    }
    return fromBetween(image, face, lean, best, deadline)
        .filter(look -> isUpright(look, SURE))
        .map(look -> straightened(image, look, deadline).face())
        .filter(seen -> Math.abs(Lean.of(seen.landmarks())) > TURNED)
        .orElse(face);
  }

  // Another detector's points may stand straighter than the face does.
  private Detection agreed(DecodedImage image, Detection face, CloseLook look, Deadline deadline) {
    return look.lean() <= STRAIGHT ? face : straightened(image, look, deadline).face();
  }

  /**
   * Places as the faces that they are from near, upright; without those that are none. Coarse looks
   * at all of them say which way each stands, if it does, and one at full size whether it is a
   * face.
   */
  List<Detection> confirmed(DecodedImage image, List<Detection> places, Deadline deadline) {
    List<Box> boxes = places.stream().map(Detection::box).toList();
    List<Optional<CloseLook>> coarse = CloseLook.coarse(image, boxes, detector, deadline);
    List<Detection> faces = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Detection place = places.get(i);
      coarse
          .get(i)
          .flatMap(look -> straight(image, look, deadline))
          .filter(look -> look.face().confidence() >= SURE)
          .or(() -> asFace(image, place, deadline))
          .map(look -> straightened(image, look, deadline).face())
          .ifPresent(faces::add);
    }
    return faces;
  }

  // A place that another detector overlooked may be a face to this one: its points lead on then.
  // What this one took for a face at first has been looked at as such already.
  private Optional<CloseLook> asFace(DecodedImage image, Detection place, Deadline deadline) {
    if (isFoundByItself() || place.confidence() < ScoutingDetector.MIN_CONFIDENCE)
      return Optional.empty();
    return best(image, place, deadline).filter(look -> look.face().confidence() >= SURE);
  }

  /**
   * The most confident look at a face from all sides. The first four directions start from where
   * its points say that it leans; if none of them shows it well, those in between follow.
   */
  private Optional<CloseLook> best(DecodedImage image, Detection face, Deadline deadline) {
    double lean = Lean.of(face.landmarks());
    Optional<CloseLook> first = CloseLook.at(image, face.box(), lean, detector, deadline);
    Optional<CloseLook> best = fromOtherSides(image, face, lean, first, deadline);
    return fromBetween(image, face, lean, best, deadline);
  }

  private Optional<CloseLook> fromOtherSides(
      DecodedImage image,
      Detection face,
      double lean,
      Optional<CloseLook> before,
      Deadline deadline) {
    return surest(image, face, before, deadline, lean + 90, lean + 180, lean + 270);
  }

  private Optional<CloseLook> fromBetween(
      DecodedImage image,
      Detection face,
      double lean,
      Optional<CloseLook> before,
      Deadline deadline) {
    if (before.filter(look -> isUpright(look, SURE)).isPresent()) return before;
    return surest(image, face, before, deadline, lean + 45, lean + 135, lean + 225, lean + 315);
  }

  private Optional<CloseLook> surest(
      DecodedImage image,
      Detection face,
      Optional<CloseLook> before,
      Deadline deadline,
      double... directions) {
    Optional<CloseLook> best = before;
    for (double degrees : directions) {
      best = CloseLook.surer(best, CloseLook.at(image, face.box(), degrees, detector, deadline));
    }
    return best;
  }

  private CloseLook straightened(DecodedImage image, CloseLook look, Deadline deadline) {
    return look.lean() <= STRAIGHT ? look : straight(image, look, deadline).orElse(look);
  }

  /** Once more from where the points of a look say that the face stands upright. */
  private Optional<CloseLook> straight(DecodedImage image, CloseLook look, Deadline deadline) {
    double lean = Lean.of(look.face().landmarks());
    return CloseLook.at(image, look.face().box(), lean, detector, deadline);
  }

  private static boolean isUpright(CloseLook look, double confidence) {
    return look.lean() <= UPRIGHT && look.face().confidence() >= confidence;
  }
}
