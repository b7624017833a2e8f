package dev.facecore.internal.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the outputs of RetinaFace: for every prior box the offsets of the centre and the logarithms
 * of the size, and the offsets of the five points (biubug6/Pytorch_Retinaface). Scores are compared
 * before anything is computed, because all but a few of the rows are background.
 *
 * @param minConfidence lower scores are no candidates
 */
record RetinaFaceDecoder(float minConfidence) implements OutputDecoder {
  /** Two candidates that overlap by more than this show one face, as published. */
  static final double MAX_OVERLAP = 0.4;

  // As in training (cfg_mnet): what the network predicts is divided by these.
  private static final double CENTRE_VARIANCE = 0.1;
  private static final double SIZE_VARIANCE = 0.2;

  private static final int POINTS = 5;

  /** Boxes of 4 numbers; the probabilities of background and face, 2 numbers each; points of 10. */
  @Override
  public List<Candidate> decode(float[][] outputs, int width, int height) {
    float[] boxes = outputs[0];
    float[] scores = outputs[1];
    float[] points = outputs[2];
    Priors priors = new Priors(width, height);
    List<Candidate> found = new ArrayList<>();
    for (int row = 0; row < priors.count(); row++) {
      float score = scores[2 * row + 1];
      if (!(score >= minConfidence)) continue;
      Candidate candidate = candidate(boxes, points, row, score, priors.at(row));
      if (candidate.isProper()) found.add(candidate);
    }
    return found;
  }

  private static Candidate candidate(
      float[] boxes, float[] points, int row, float score, Priors.Prior prior) {
    double step = CENTRE_VARIANCE * prior.side();
    double centreX = prior.centreX() + boxes[4 * row] * step;
    double centreY = prior.centreY() + boxes[4 * row + 1] * step;
    double width = prior.side() * Math.exp(SIZE_VARIANCE * boxes[4 * row + 2]);
    double height = prior.side() * Math.exp(SIZE_VARIANCE * boxes[4 * row + 3]);
    double[] xy = new double[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      xy[2 * i] = prior.centreX() + points[2 * POINTS * row + 2 * i] * step;
      xy[2 * i + 1] = prior.centreY() + points[2 * POINTS * row + 2 * i + 1] * step;
    }
    return new Candidate(
        centreX - width / 2,
        centreY - height / 2,
        centreX + width / 2,
        centreY + height / 2,
        score,
        xy);
  }
}
