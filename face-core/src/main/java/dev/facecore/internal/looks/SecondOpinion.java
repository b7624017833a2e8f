package dev.facecore.internal.looks;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.internal.detect.FaceHeat;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Detection;
import java.util.Optional;

/**
 * Asks another network about faces of which the detector is in doubt: what CenterFace, shown the
 * place from near and upright, takes for no face is not a face. Thread-safe.
 *
 * <p>Two networks seldom take the same carrot, tyre or tiger for a face. Raising the detector's
 * confidence until as many things go loses one face in ten instead. CenterFace takes red first; in
 * the other order it loses a tenth of the faces too.
 *
 * <p>One look with little around the face, and, if that shows none, one with more: half hidden
 * faces in crowds are seen by their surroundings. Of 406 doubtful faces of WIDER FACE one look
 * loses 18, two lose 4 to 6 (a poster, a mask, backs of heads among them); of 256 ordinary
 * photographs both remove 14 of 14 doubtful boxes that show no face and none of 80 that do. The
 * second look is taken of what the first rejects only, so it costs next to nothing.
 */
record SecondOpinion(Optional<FaceHeat> network) {
  /** From this confidence on the detector is not in doubt. */
  private static final double SURE = 0.99;

  /**
   * Below this heat in both looks it is no face. Of the doubtful boxes of 256 ordinary photographs,
   * those without a face have at most .26, those with one at least .31, all but one .42.
   */
  private static final double LEAST_HEAT = 0.3;

  /** Sides of the face's box that the views take in, one after the other. */
  private static final double[] SURROUNDINGS = {2, 3};

  /** The side of the view in pixels. */
  private static final int SIZE = 96;

  /** Whether a face that a detector found with such a confidence has to be confirmed. */
  static boolean isDoubtful(double confidence) {
    return confidence < SURE;
  }

  /** Whether it is a face; true without the network. */
  boolean confirms(DecodedImage image, Detection face, Deadline deadline) {
    if (network.isEmpty()) return true;
    for (double surroundings : SURROUNDINGS) {
      if (heat(network.get(), image, face, surroundings, deadline) >= LEAST_HEAT) return true;
    }
    return false;
  }

  private static double heat(
      FaceHeat network,
      DecodedImage image,
      Detection face,
      double surroundings,
      Deadline deadline) {
    Box box = face.box();
    View view = View.around(box, surroundings, Lean.of(face.landmarks()), SIZE);
    try (DecodedImage seen = view.of(image)) {
      return network.inMiddle(seen.pixels(), deadline);
    }
  }
}
