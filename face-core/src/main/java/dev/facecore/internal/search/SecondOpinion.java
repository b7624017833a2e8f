package dev.facecore.internal.search;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.Point;
import dev.facecore.internal.detect.FaceHeat;
import dev.facecore.internal.image.DecodedImage;
import java.util.Optional;

/**
 * Asks another network about faces of which the detector is in doubt: what CenterFace, shown the
 * place from near and upright, takes for no face is not a face. Thread-safe.
 *
 * <p>Two networks seldom take the same carrot, tyre or tiger for a face. Raising the detector's
 * confidence until as many things go loses one face in ten instead. CenterFace takes red first; in
 * the other order it loses a tenth of the faces too.
 */
record SecondOpinion(Optional<FaceHeat> network) {
  /** From this confidence on the detector is not in doubt. */
  private static final double SURE = 0.99;

  /**
   * Below this heat it is no face. Of the doubtful boxes of 256 photographs of an ordinary album,
   * 14 show no face and have at most .25; 82 show one and have at least .31, all but two .42.
   */
  private static final double LEAST_HEAT = 0.3;

  /** Sides of the face's box that the view takes in. */
  private static final double SURROUNDINGS = 2;

  /** The side of the view in pixels. */
  private static final int SIZE = 96;

  /** Whether a face that a detector found with such a confidence has to be confirmed. */
  static boolean isDoubtful(double confidence) {
    return confidence < SURE;
  }

  /** Whether it is a face; true without the network. */
  boolean confirms(DecodedImage image, Detection face, Deadline deadline) {
    return network.map(heat -> heatOf(heat, image, face, deadline) >= LEAST_HEAT).orElse(true);
  }

  private static double heatOf(
      FaceHeat network, DecodedImage image, Detection face, Deadline deadline) {
    Box box = face.box();
    Point centre = new Point(box.x() + box.width() / 2, box.y() + box.height() / 2);
    double side = Math.max(1, SURROUNDINGS * Math.max(box.width(), box.height()));
    View view = View.square(centre, side, Lean.of(face.landmarks()), SIZE);
    try (DecodedImage seen = view.of(image)) {
      return network.inMiddle(seen.pixels(), deadline);
    }
  }
}
