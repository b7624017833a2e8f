package dev.facecore.internal.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the outputs of CenterFace: for every cell of 4 by 4 pixels how surely it is the centre of a
 * face, the logarithm of the face's height and width in cells, how far the centre is from the
 * cell's, and the five points in sides of the box (Xu et al., CenterFace: Joint Face Detection and
 * Alignment Using Face as Point, 2019, and its code). Each pair is y first, then x.
 */
final class CenterFaceDecoder implements OutputDecoder {
  /** Two boxes that overlap by more than this show one face, as in the network's own code. */
  static final double MAX_OVERLAP = 0.3;

  /** Both sides of the input are a multiple of this. */
  static final int MULTIPLE = 32;

  /** The side of a cell in pixels of the input. */
  static final int CELL = 4;

  private static final int POINTS = 5;

  /** Planes of heat, log sizes, offsets and points, each of width/4 by height/4. */
  @Override
  public List<Candidate> decode(float[][] outputs, int width, int height) {
    float[] heat = outputs[0];
    int columns = width / CELL;
    List<Candidate> found = new ArrayList<>();
    for (int cell = 0; cell < heat.length; cell++) {
      if (!(heat[cell] >= ScoutingDetector.MIN_CONFIDENCE)) continue;
      Candidate candidate = candidate(outputs, cell, columns);
      if (candidate.isProper()) found.add(candidate);
    }
    return found;
  }

  private static Candidate candidate(float[][] outputs, int cell, int columns) {
    int cells = outputs[0].length;
    double tall = CELL * Math.exp(outputs[1][cell]);
    double wide = CELL * Math.exp(outputs[1][cells + cell]);
    int row = cell / columns;
    double y = CELL * (row + outputs[2][cell] + 0.5);
    double x = CELL * (cell % columns + outputs[2][cells + cell] + 0.5);
    double left = x - wide / 2;
    double top = y - tall / 2;
    double[] points = new double[2 * POINTS];
    for (int i = 0; i < 2 * POINTS; i += 2) {
      points[i] = left + wide * outputs[3][(i + 1) * cells + cell];
      points[i + 1] = top + tall * outputs[3][i * cells + cell];
    }
    return new Candidate(left, top, left + wide, top + tall, outputs[0][cell], points);
  }
}
