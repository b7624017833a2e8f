package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * A box that one stage of MTCNN looked at, and how that stage would correct it.
 *
 * @param box with the stage's score
 * @param offsets of the left, top, right and lower edge, in sides of the box
 */
record Proposal(Candidate box, double[] offsets) {
  /** The box corrected. */
  Candidate corrected() {
    return new Candidate(
        box.left() + offsets[0] * box.width(),
        box.top() + offsets[1] * box.height(),
        box.right() + offsets[2] * box.width(),
        box.bottom() + offsets[3] * box.height(),
        box.score(),
        box.points());
  }

  /**
   * By descending score, those whose boxes, not yet corrected, overlap little, before the deadline.
   */
  static List<Proposal> keep(
      List<Proposal> proposals,
      ToDoubleBiFunction<Candidate, Candidate> overlap,
      double maxOverlap,
      Deadline deadline) {
    return NonMaxSuppression.keep(proposals, Proposal::box, overlap, maxOverlap, deadline);
  }
}
