package dev.facecore.internal.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the outputs of YuNet: for every cell the centre's offset and the logarithm of the size, and
 * the offsets of the five points, in strides from the cell's upper left corner (OpenCV, {@code
 * face_detect.cpp}).
 */
final class YuNetDecoder implements OutputDecoder {
  /** Two candidates that overlap by more than this show one face, as in OpenCV's own code. */
  static final double MAX_OVERLAP = 0.3;

  private static final int LEVELS = 3;
  private static final int COORDINATES = 10;

  /** Class scores of the three levels, then their object scores, boxes and points. */
  @Override
  public List<Candidate> decode(float[][] outputs, int width, int height) {
    List<Candidate> found = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      Grid grid = Grid.of(level, width, 1);
      float[] classes = outputs[level];
      float[] objects = outputs[LEVELS + level];
      for (int row = 0; row < classes.length; row++) {
        float score = score(classes[row], objects[row]);
        if (!(score >= ScoutingDetector.MIN_CONFIDENCE)) continue;
        Candidate candidate =
            candidate(grid, row, score, outputs[2 * LEVELS + level], outputs[3 * LEVELS + level]);
        if (candidate.isProper()) found.add(candidate);
      }
    }
    return found;
  }

  /** The geometric mean of two probabilities. */
  private static float score(float ofClass, float ofObject) {
    return (float) Math.sqrt(ratio(ofClass) * ratio(ofObject));
  }

  private static double ratio(float value) {
    return Math.max(0, Math.min(1, value));
  }

  private static Candidate candidate(
      Grid grid, int row, float score, float[] boxes, float[] offsets) {
    double stride = grid.stride();
    double column = grid.column(row);
    double line = grid.line(row);
    double x = (column + boxes[4 * row]) * stride;
    double y = (line + boxes[4 * row + 1]) * stride;
    double width = Math.exp(boxes[4 * row + 2]) * stride;
    double height = Math.exp(boxes[4 * row + 3]) * stride;
    double[] points = new double[COORDINATES];
    for (int i = 0; i < COORDINATES; i += 2) {
      points[i] = (column + offsets[COORDINATES * row + i]) * stride;
      points[i + 1] = (line + offsets[COORDINATES * row + i + 1]) * stride;
    }
    return new Candidate(
        x - width / 2, y - height / 2, x + width / 2, y + height / 2, score, points);
  }
}
