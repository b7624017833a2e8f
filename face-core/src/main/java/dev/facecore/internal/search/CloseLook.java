package dev.facecore.internal.search;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import java.util.Comparator;
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

  /** The side of a view that only tells whether there is something, in a third of the time. */
  private static final int COARSE = 96;

  /** Looks for the one face of a box. */
  static Optional<CloseLook> at(
      DecodedImage image, Box box, double degrees, FaceDetector detector, Deadline deadline) {
    return at(image, box, degrees, SIZE, detector, deadline);
  }

  /** Looks for the one face of a box with fewer pixels. */
  static Optional<CloseLook> coarse(
      DecodedImage image, Box box, double degrees, FaceDetector detector, Deadline deadline) {
    return at(image, box, degrees, COARSE, detector, deadline);
  }

  private static Optional<CloseLook> at(
      DecodedImage image,
      Box box,
      double degrees,
      int size,
      FaceDetector detector,
      Deadline deadline) {
    View view = View.around(box, SURROUNDINGS, degrees, size);
    try (DecodedImage seen = view.of(image)) {
      return detector.detect(seen, size, deadline).stream()
          .filter(face -> isCentral(face, size))
          .max(Comparator.comparingDouble(Detection::confidence))
          .map(face -> new CloseLook(view.toPicture(face, image), degrees));
    }
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

  boolean isSurerThan(CloseLook other) {
    return face.confidence() > other.face.confidence();
  }
}
