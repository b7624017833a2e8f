package dev.facecore.internal.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the outputs of the Ultra-Light-Fast-Generic-Face-Detector: corners as shares of the input,
 * decoded by the network itself, and no points.
 */
final class UltraLightDecoder implements OutputDecoder {
  /** Two boxes that overlap by more than this show one face, as in the network's own code. */
  static final double MAX_OVERLAP = 0.3;

  /** Boxes of 4 numbers; the probabilities of background and face, 2 numbers each. */
  @Override
  public List<Candidate> decode(float[][] outputs, int width, int height) {
    float[] boxes = outputs[0];
    float[] scores = outputs[1];
    List<Candidate> found = new ArrayList<>();
    for (int row = 0; row < scores.length / 2; row++) {
      float score = scores[2 * row + 1];
      if (!(score >= ScoutingDetector.MIN_CONFIDENCE)) continue;
      Candidate candidate =
          new Candidate(
              boxes[4 * row] * (double) width,
              boxes[4 * row + 1] * (double) height,
              boxes[4 * row + 2] * (double) width,
              boxes[4 * row + 3] * (double) height,
              score,
              Candidate.NO_POINTS);
      if (candidate.isProper()) {
        found.add(candidate);
      }
    }
    return found;
  }
}
