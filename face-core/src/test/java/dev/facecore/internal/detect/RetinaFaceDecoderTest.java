package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.internal.detect.Priors.Prior;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetinaFaceDecoderTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 160;

  @Test
  void equals_decoding_everything_and_filtering_afterwards() {
    int found = 0;
    for (int seed = 0; seed < 20; seed++) {
      Outputs outputs = new Outputs(new Random(seed));
      List<Candidate> fast = outputs.decode();
      List<Candidate> slow = outputs.obviousDecode();
      assertEquals(slow.size(), fast.size());
      for (int i = 0; i < slow.size(); i++) assertClose(slow.get(i), fast.get(i));
      found += slow.size();
    }
    assertTrue(found > 1000, "only " + found + " candidates were compared");
  }

  @Test
  void a_network_gone_astray_finds_nothing_and_does_not_fail() {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      Outputs outputs = new Outputs(new Random(1));
      java.util.Arrays.fill(outputs.boxes, value);
      assertEquals(List.of(), outputs.decode());
    }
    Outputs scores = new Outputs(new Random(1));
    java.util.Arrays.fill(scores.scores, Float.NaN);
    assertEquals(List.of(), scores.decode());
    Outputs points = new Outputs(new Random(1));
    java.util.Arrays.fill(points.points, Float.NEGATIVE_INFINITY);
    assertEquals(List.of(), points.decode());
  }

  private static void assertClose(Candidate expected, Candidate found) {
    assertEquals(expected.score(), found.score());
    double[] one = {expected.left(), expected.top(), expected.right(), expected.bottom()};
    double[] other = {found.left(), found.top(), found.right(), found.bottom()};
    assertArrayEquals(one, other, 1e-9);
    assertArrayEquals(expected.points(), found.points(), 1e-9);
  }

  /** Seeded noise in which every seventh box and every eleventh point or score is no number. */
  private static final class Outputs {
    final List<Prior> priors = PriorsTest.obviousList(WIDTH, HEIGHT);
    final float[] boxes = new float[4 * priors.size()];
    final float[] scores = new float[2 * priors.size()];
    final float[] points = new float[10 * priors.size()];

    Outputs(Random random) {
      float[] broken = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
      for (int i = 0; i < boxes.length; i++) boxes[i] = (float) random.nextGaussian();
      for (int i = 0; i < points.length; i++) points[i] = (float) random.nextGaussian();
      for (int i = 0; i < scores.length; i++) scores[i] = random.nextFloat();
      for (int row = 0; row < priors.size(); row++) {
        if (row % 7 == 0) boxes[4 * row + random.nextInt(4)] = broken[random.nextInt(3)];
        if (row % 11 == 0) points[10 * row + random.nextInt(10)] = broken[random.nextInt(3)];
        if (row % 13 == 0) scores[2 * row + 1] = Float.NaN;
        if (row % 17 == 0) scores[2 * row + 1] = 0.5f;
      }
    }

    List<Candidate> decode() {
      return new RetinaFaceDecoder(0.5f)
          .decode(new float[][] {boxes, scores, points}, WIDTH, HEIGHT);
    }

    List<Candidate> obviousDecode() {
      List<Candidate> all = new ArrayList<>();
      for (int row = 0; row < priors.size(); row++) {
        Prior prior = priors.get(row);
        double x = prior.centreX() + boxes[4 * row] * 0.1 * prior.side();
        double y = prior.centreY() + boxes[4 * row + 1] * 0.1 * prior.side();
        double width = prior.side() * Math.exp(boxes[4 * row + 2] * 0.2);
        double height = prior.side() * Math.exp(boxes[4 * row + 3] * 0.2);
        double[] xy = new double[10];
        for (int i = 0; i < 10; i++) {
          double centre = i % 2 == 0 ? prior.centreX() : prior.centreY();
          xy[i] = centre + points[10 * row + i] * 0.1 * prior.side();
        }
        all.add(
            new Candidate(
                x - width / 2,
                y - height / 2,
                x + width / 2,
                y + height / 2,
                scores[2 * row + 1],
                xy));
      }
      all.removeIf(candidate -> Float.isNaN(candidate.score()) || candidate.score() < 0.5f);
      all.removeIf(RetinaFaceDecoderTest::hasABrokenNumber);
      all.removeIf(candidate -> candidate.width() <= 0 || candidate.height() <= 0);
      return all;
    }
  }

  private static boolean hasABrokenNumber(Candidate candidate) {
    for (double coordinate : candidate.points()) if (!Double.isFinite(coordinate)) return true;
    return !Double.isFinite(candidate.left())
        || !Double.isFinite(candidate.top())
        || !Double.isFinite(candidate.right())
        || !Double.isFinite(candidate.bottom());
  }
}
