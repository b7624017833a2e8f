package dev.facecore.internal.looks;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One face seen from near in a turned view.
 *
 * @param face in pixels of the picture
 * @param degrees how the view was turned
 */
record CloseLook(Detection face, double degrees) {
  /** Sides of the face's box that a view takes in. */
  private static final double SURROUNDINGS = 2;

  /** The side of a view, in pixels: a face in it is as large as detectors like it best. */
  private static final int SIZE = 160;

  /** The side of a view that only tells whether there is something, and which way it stands. */
  private static final int COARSE = 96;

  /** The directions of coarse looks, in degrees. */
  private static final int[] SIDES = {0, 90, 180, 270};

  /** Looks for the one face of a box. */
  static Optional<CloseLook> at(
      DecodedImage image, Box box, double degrees, FaceDetector detector, Deadline deadline) {
    View view = View.around(box, SURROUNDINGS, degrees, SIZE);
    try (DecodedImage seen = view.of(image)) {
      return of(detector.detect(seen, SIZE, deadline), view, image);
    }
  }

  /**
   * Looks for the one face of each box from four sides with fewer pixels, in one run of the
   * detector: the most confident look at each, in the order of the boxes.
   */
  static List<Optional<CloseLook>> coarse(
      DecodedImage image, List<Box> boxes, FaceDetector detector, Deadline deadline) {
    List<View> views = new ArrayList<>();
    for (Box box : boxes) {
      for (int degrees : SIDES) views.add(View.around(box, SURROUNDINGS, degrees, COARSE));
    }
    List<List<Detection>> found =
        new ContactSheet(views, SIDES.length, COARSE).found(image, detector, deadline);
    List<Optional<CloseLook>> looks = new ArrayList<>();
    for (int first = 0; first < views.size(); first += SIDES.length) {
      Optional<CloseLook> best = Optional.empty();
      for (int i = first; i < first + SIDES.length; i++) {
        best = surer(best, of(found.get(i), views.get(i), image));
      }
      looks.add(best);
    }
    return looks;
  }

  private static Optional<CloseLook> of(List<Detection> found, View view, DecodedImage image) {
    return found.stream()
        .filter(face -> isCentral(face, view.width()))
        .max(Comparator.comparingDouble(Detection::confidence))
        .map(face -> new CloseLook(view.toPicture(face, image), view.degrees()));
  }

  // Its neighbours are other faces, which are looked at in their turn.
  private static boolean isCentral(Detection face, int size) {
    double x = face.box().x() + face.box().width() / 2;
    double y = face.box().y() + face.box().height() / 2;
    double off = Math.max(Math.abs(x - size / 2.0), Math.abs(y - size / 2.0));
    return off <= size / SURROUNDINGS / 2;
  }

  /** By how much the face leans in the view, 0 to 180 degrees. */
  double lean() {
    return Lean.between(Lean.of(face.landmarks()), degrees);
  }

  /** The one of two looks that is more confident; of equal ones the first. */
  static Optional<CloseLook> surer(Optional<CloseLook> one, Optional<CloseLook> other) {
    if (one.isEmpty()) return other;
    return other.filter(look -> look.isSurerThan(one.get())).or(() -> one);
  }

  private boolean isSurerThan(CloseLook other) {
    return face.confidence() > other.face.confidence();
  }
}
