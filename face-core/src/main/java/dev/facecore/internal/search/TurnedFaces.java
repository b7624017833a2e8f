package dev.facecore.internal.search;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import dev.facecore.Point;
import dev.facecore.internal.image.DecodedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks again at faces that seem to lean, this time upright: detectors find a turned face with full
 * confidence, but put its points where they would be if it stood. Thread-safe.
 */
final class TurnedFaces {
  /**
   * Faces that lean by less, in degrees, are taken as they are. Of upright faces 90 % lean by less
   * than 4, of faces turned by a quarter 90 % seem to lean by more than 60.
   */
  static double UPRIGHT = Double.parseDouble(System.getProperty("t.up", "35"));

  /** After this a face is upright enough for its points to be right, in degrees. */
  static double SETTLED = Double.parseDouble(System.getProperty("t.settled", "10"));

  /** How often a face found in one of the four orientations is turned once more. */
  static int CORRECTIONS = Integer.getInteger("t.corr", 1);

  /** Sides of the face's box that a view of it takes in. */
  static double SURROUNDINGS = Double.parseDouble(System.getProperty("t.sur", "2"));

  /** The side of a view, in pixels. */
  static int VIEW = Integer.getInteger("t.view", 160);

  private final FaceDetector detector;

  TurnedFaces(FaceDetector detector) {
    this.detector = detector;
  }

  /** The same faces; those that leaned with box, points and confidence as seen upright. */
  List<Detection> upright(Picture picture, List<Detection> faces, Deadline deadline) {
    if (faces.stream().allMatch(TurnedFaces::isUpright)) return faces;
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(picture)) {
      // Several wrong boxes on one turned face come out as the one right box.
      return Distinct.of(
          faces.stream()
              .map(face -> isUpright(face) ? face : upright(lent.image(), face, deadline))
              .toList());
    }
  }

  private static boolean isUpright(Detection face) {
    return Math.abs(Lean.of(face.landmarks())) <= UPRIGHT;
  }

  private Detection upright(DecodedImage image, Detection face, Deadline deadline) {
    Turned best = null;
    for (int degrees = 0; degrees < 360; degrees += 90) {
      Optional<Turned> seen = look(image, face.box(), degrees, deadline);
      if (seen.isPresent()
          && (best == null || seen.get().face().confidence() > best.face().confidence()))
        best = seen.get();
    }
    if (best == null) return face;
    for (int i = 0; i < CORRECTIONS && best.remaining() > SETTLED; i++) {
      Optional<Turned> straight =
          look(image, best.face().box(), Lean.of(best.face().landmarks()), deadline);
      if (straight.isEmpty()) break;
      best = straight.get();
    }
    return best.face();
  }

  /** A face, in pixels of the picture, and how the view in which it was seen was turned. */
  private record Turned(Detection face, double degrees) {
    double remaining() {
      return Lean.between(Lean.of(face.landmarks()), degrees);
    }
  }

  private Optional<Turned> look(DecodedImage image, Box box, double degrees, Deadline deadline) {
    Point centre = new Point(box.x() + box.width() / 2, box.y() + box.height() / 2);
    double side = Math.max(1, SURROUNDINGS * Math.max(box.width(), box.height()));
    View view = View.square(centre, side, degrees, VIEW);
    try (DecodedImage seen = view.of(image)) {
      return detector.detect(seen, VIEW, deadline).stream()
          .filter(TurnedFaces::isCentral)
          .max(Comparator.comparingDouble(Detection::confidence))
          .map(face -> new Turned(view.toPicture(face, image), degrees));
    }
  }

  // Its neighbours are other faces, which are looked at in their turn.
  private static boolean isCentral(Detection face) {
    double x = face.box().x() + face.box().width() / 2;
    double y = face.box().y() + face.box().height() / 2;
    double off = Math.max(Math.abs(x - VIEW / 2.0), Math.abs(y - VIEW / 2.0));
    return off <= VIEW / SURROUNDINGS / 2;
  }
}
