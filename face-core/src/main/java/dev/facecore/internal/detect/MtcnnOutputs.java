package dev.facecore.internal.detect;

import java.util.ArrayList;
import java.util.List;

/** Reads what MTCNN's second and third network say of a batch of boxes. */
final class MtcnnOutputs {
  private static final float MIN_SCORE = 0.7f;
  private static final int POINTS = 5;

  private MtcnnOutputs() {}

  /**
   * The boxes that reach the published threshold of 0.7.
   *
   * @param boxes what the network looked at, in pixels of the picture
   * @param outputs probabilities of background and face; offsets of the edges; in the third stage
   *     the five points, first all x, then all y, as shares of the box
   */
  static List<Proposal> accepted(List<Candidate> boxes, float[][] outputs) {
    List<Proposal> accepted = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      float score = outputs[0][2 * i + 1];
      if (!(score >= MIN_SCORE)) continue;
      Candidate seen = boxes.get(i);
      double[] points = outputs.length > 2 ? points(seen, outputs[2], i) : Candidate.NO_POINTS;
      Candidate box =
          new Candidate(seen.left(), seen.top(), seen.right(), seen.bottom(), score, points);
      accepted.add(new Proposal(box, offsets(outputs[1], i)));
    }
    return accepted;
  }

  /** The four numbers of a row. */
  static double[] offsets(float[] rows, int row) {
    return new double[] {rows[4 * row], rows[4 * row + 1], rows[4 * row + 2], rows[4 * row + 3]};
  }

  private static double[] points(Candidate box, float[] shares, int row) {
    double[] points = new double[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      points[2 * i] = box.left() + shares[2 * POINTS * row + i] * box.width();
      points[2 * i + 1] = box.top() + shares[2 * POINTS * row + POINTS + i] * box.height();
    }
    return points;
  }
}
