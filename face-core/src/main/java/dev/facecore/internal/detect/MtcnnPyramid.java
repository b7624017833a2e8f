package dev.facecore.internal.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * MTCNN's first stage over a picture: at every scale of a pyramid the first network looks at each
 * window of 12 by 12 pixels.
 *
 * <p>Window, stride, scale step and thresholds as published (Zhang et al., Joint Face Detection and
 * Alignment using Multi-task Cascaded Convolutional Networks, 2016, and its MATLAB code).
 */
final class MtcnnPyramid {
  /** The side of the window that the first network looks at. */
  static final int WINDOW = 12;

  private static final int STRIDE = 2;
  private static final int SMALLEST_FACE = 20;
  private static final double STEP = 0.709;
  private static final float MIN_SCORE = 0.6f;

  private MtcnnPyramid() {}

  /**
   * How many times smaller the picture is at each level: from where the smallest face fills a
   * window to where the picture's shorter side does. Never enlarged.
   */
  static List<Double> scales(int width, int height) {
    List<Double> scales = new ArrayList<>();
    double scale = (double) WINDOW / SMALLEST_FACE;
    while (Math.min(width, height) * scale >= WINDOW) {
      scales.add(scale);
      scale *= STEP;
    }
    return scales;
  }

  /**
   * How many windows fit along a side of a level; as the network's layers have it, the last may
   * reach over the edge by one pixel.
   */
  static int windowsAlong(int side) {
    return (side - WINDOW + 1) / STRIDE + 1;
  }

  /**
   * The windows of one level that may hold a face, in pixels of the picture.
   *
   * @param scores background and face of every window, column by column of the level
   * @param offsets 4 numbers a window, in the same order
   * @param lines windows from top to bottom
   * @param scaleX pixels of the picture for one of the level, from left to right
   * @param scaleY pixels of the picture for one of the level, from top to bottom
   */
  static List<Proposal> windows(
      float[] scores, float[] offsets, int lines, double scaleX, double scaleY) {
    List<Proposal> found = new ArrayList<>();
    for (int window = 0; window < scores.length / 2; window++) {
      float score = scores[2 * window + 1];
      if (!(score >= MIN_SCORE)) continue;
      int column = window / lines;
      double left = (double) column * STRIDE;
      double top = (double) (window % lines) * STRIDE;
      Candidate box =
          new Candidate(
              left * scaleX,
              top * scaleY,
              (left + WINDOW) * scaleX,
              (top + WINDOW) * scaleY,
              score,
              Candidate.NO_POINTS);
      found.add(new Proposal(box, MtcnnOutputs.offsets(offsets, window)));
    }
    return found;
  }
}
