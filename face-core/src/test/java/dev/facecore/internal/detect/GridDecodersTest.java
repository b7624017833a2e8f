package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** SCRFD and YuNet beside loops that walk over every cell. */
class GridDecodersTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 160;

  @Test
  void scrfd_equals_walking_over_levels_lines_columns_and_anchors() {
    int compared = 0;
    for (int seed = 0; seed < 10; seed++) {
      float[][] outputs = noise(new Random(seed), 2, 1, 4, 10);
      compared += assertSame(obviousScrfd(outputs), new ScrfdDecoder(), outputs);
    }
    assertTrue(compared > 500, "only " + compared + " candidates were compared");
  }

  @Test
  void yunet_equals_walking_over_levels_lines_and_columns() {
    int compared = 0;
    for (int seed = 0; seed < 10; seed++) {
      float[][] outputs = noise(new Random(seed), 1, 1, 1, 4, 10);
      compared += assertSame(obviousYuNet(outputs), new YuNetDecoder(), outputs);
    }
    assertTrue(compared > 500, "only " + compared + " candidates were compared");
  }

  private static int assertSame(
      List<Candidate> expected, OutputDecoder decoder, float[][] outputs) {
    List<Candidate> found = decoder.decode(outputs, WIDTH, HEIGHT);
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < found.size(); i++) {
      assertEquals(expected.get(i).score(), found.get(i).score(), 1e-6);
      assertArrayEquals(corners(expected.get(i)), corners(found.get(i)), 1e-6);
      assertArrayEquals(expected.get(i).points(), found.get(i).points(), 1e-6);
    }
    return found.size();
  }

  private static double[] corners(Candidate candidate) {
    return new double[] {candidate.left(), candidate.top(), candidate.right(), candidate.bottom()};
  }

  private static List<Candidate> obviousScrfd(float[][] outputs) {
    List<Candidate> found = new ArrayList<>();
    for (int level = 0; level < 3; level++) {
      double stride = 8 << level;
      int row = 0;
      for (double y = 0; y < HEIGHT; y += stride) {
        for (double x = 0; x < WIDTH; x += stride) {
          for (int anchor = 0; anchor < 2; anchor++, row++) {
            float score = outputs[level][row];
            float[] edges = outputs[3 + level];
            double[] points = new double[10];
            for (int i = 0; i < 10; i++) {
              points[i] = (i % 2 == 0 ? x : y) + stride * outputs[6 + level][10 * row + i];
            }
            addIfFace(
                found,
                new Candidate(
                    x - stride * edges[4 * row],
                    y - stride * edges[4 * row + 1],
                    x + stride * edges[4 * row + 2],
                    y + stride * edges[4 * row + 3],
                    score,
                    points));
          }
        }
      }
    }
    return found;
  }

  private static List<Candidate> obviousYuNet(float[][] outputs) {
    List<Candidate> found = new ArrayList<>();
    for (int level = 0; level < 3; level++) {
      double stride = 8 << level;
      int row = 0;
      for (double y = 0; y < HEIGHT; y += stride) {
        for (double x = 0; x < WIDTH; x += stride, row++) {
          double product =
              Math.min(1, Math.max(0, outputs[level][row]))
                  * Math.min(1, Math.max(0, outputs[3 + level][row]));
          float[] box = outputs[6 + level];
          double centreX = x + stride * box[4 * row];
          double centreY = y + stride * box[4 * row + 1];
          double halfWidth = stride * Math.exp(box[4 * row + 2]) / 2;
          double halfHeight = stride * Math.exp(box[4 * row + 3]) / 2;
          double[] points = new double[10];
          for (int i = 0; i < 10; i++) {
            points[i] = (i % 2 == 0 ? x : y) + stride * outputs[9 + level][10 * row + i];
          }
          addIfFace(
              found,
              new Candidate(
                  centreX - halfWidth,
                  centreY - halfHeight,
                  centreX + halfWidth,
                  centreY + halfHeight,
                  (float) Math.sqrt(product),
                  points));
        }
      }
    }
    return found;
  }

  private static void addIfFace(List<Candidate> found, Candidate candidate) {
    if (Float.isNaN(candidate.score()) || candidate.score() < 0.5f) return;
    if (!(candidate.width() > 0) || !(candidate.height() > 0)) return;
    double[] numbers = candidate.points().clone();
    for (double number : numbers) if (!Double.isFinite(number)) return;
    for (double corner : corners(candidate)) if (!Double.isFinite(corner)) return;
    found.add(candidate);
  }

  /** For each kind of output so many numbers a row, for three levels, some of them no numbers. */
  private static float[][] noise(Random random, int anchors, int... kinds) {
    float[] broken = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    float[][] outputs = new float[3 * kinds.length][];
    for (int i = 0; i < outputs.length; i++) {
      int stride = 8 << i % 3;
      outputs[i] = new float[WIDTH / stride * (HEIGHT / stride) * anchors * kinds[i / 3]];
      for (int k = 0; k < outputs[i].length; k++) {
        float value = kinds[i / 3] == 1 ? 1.2f * random.nextFloat() : (float) random.nextGaussian();
        outputs[i][k] = random.nextInt(60) == 0 ? broken[random.nextInt(3)] : value;
      }
    }
    return outputs;
  }
}
