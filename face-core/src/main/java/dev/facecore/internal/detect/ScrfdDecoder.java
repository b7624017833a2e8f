package dev.facecore.internal.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the outputs of SCRFD: for two anchors in every cell's upper left corner the distances to
 * the four edges and the offsets of the five points, in strides (insightface, {@code scrfd.py}).
 */
final class ScrfdDecoder implements OutputDecoder {
  /** Two candidates that overlap by more than this show one face, as in the network's own code. */
  static final double MAX_OVERLAP = 0.4;

  private static final int LEVELS = 3;
  private static final int ANCHORS = 2;
  private static final int COORDINATES = 10;

  /** Scores of the three levels, then their boxes, then their points. */
  @Override
  public List<Candidate> decode(float[][] outputs, int width, int height) {
    List<Candidate> found = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      Grid grid = Grid.of(level, width, ANCHORS);
      float[] scores = outputs[level];
      for (int row = 0; row < scores.length; row++) {
        if (!(scores[row] >= ScoutingDetector.MIN_CONFIDENCE)) continue;
        Candidate candidate =
            candidate(grid, row, scores[row], outputs[LEVELS + level], outputs[2 * LEVELS + level]);
        if (candidate.isProper()) found.add(candidate);
      }
    }
    return found;
  }

  private static Candidate candidate(
      Grid grid, int row, float score, float[] edges, float[] offsets) {
    double stride = grid.stride();
    double x = grid.column(row) * stride;
    double y = grid.line(row) * stride;
    double[] points = new double[COORDINATES];
    for (int i = 0; i < COORDINATES; i += 2) {
      points[i] = x + offsets[COORDINATES * row + i] * stride;
      points[i + 1] = y + offsets[COORDINATES * row + i + 1] * stride;
    }
    return new Candidate(
        x - edges[4 * row] * stride,
        y - edges[4 * row + 1] * stride,
        x + edges[4 * row + 2] * stride,
        y + edges[4 * row + 3] * stride,
        score,
        points);
  }
}
