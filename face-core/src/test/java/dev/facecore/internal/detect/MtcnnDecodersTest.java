package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MtcnnDecodersTest {
  @Test
  void the_pyramid_begins_at_faces_of_20_pixels_and_ends_at_the_shorter_side() {
    List<Double> scales = MtcnnPyramid.scales(640, 480);
    assertEquals(0.6, scales.get(0), 1e-12);
    int checked = 0;
    for (int i = 1; i < scales.size(); i++, checked++) {
      assertEquals(0.709, scales.get(i) / scales.get(i - 1), 1e-12);
    }
    assertEquals(9, checked);
    assertTrue(480 * scales.get(9) >= 12 && 480 * scales.get(9) * 0.709 < 12);
    assertEquals(List.of(), MtcnnPyramid.scales(640, 19));
    assertEquals(1, MtcnnPyramid.scales(20, 20).size());
  }

  @Test
  void windows_along_a_side_are_those_that_the_layers_leave() {
    int checked = 0;
    for (int side = 12; side < 400; side++, checked++) {
      int afterConvolution = side - 2;
      int afterPooling = (afterConvolution + 1) / 2;
      assertEquals(afterPooling - 4, MtcnnPyramid.windowsAlong(side), "side " + side);
    }
    assertEquals(388, checked);
  }

  @Test
  void windows_equal_walking_over_columns_and_lines() {
    int columns = 23;
    int lines = 17;
    Random random = new Random(1);
    float[] scores = new float[2 * columns * lines];
    float[] offsets = new float[4 * columns * lines];
    for (int i = 0; i < scores.length; i++) scores[i] = random.nextFloat();
    for (int i = 0; i < offsets.length; i++) offsets[i] = (float) random.nextGaussian();
    scores[5] = Float.NaN;
    List<Proposal> found = MtcnnPyramid.windows(scores, offsets, lines, 3, 4);
    List<Proposal> expected = new ArrayList<>();
    int window = 0;
    for (int column = 0; column < columns; column++) {
      for (int line = 0; line < lines; line++, window++) {
        if (!(scores[2 * window + 1] >= 0.6f)) continue;
        double left = 3 * 2 * column;
        double top = 4 * 2 * line;
        double[] moved = new double[4];
        for (int i = 0; i < 4; i++) moved[i] = offsets[4 * window + i];
        expected.add(
            new Proposal(
                new Candidate(
                    left, top, left + 36, top + 48, scores[2 * window + 1], Candidate.NO_POINTS),
                moved));
      }
    }
    assertTrue(found.size() > 100, "only " + found.size() + " windows were compared");
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < found.size(); i++) {
      assertEquals(expected.get(i).box(), found.get(i).box());
      assertArrayEquals(expected.get(i).offsets(), found.get(i).offsets());
    }
  }

  @Test
  void offsets_are_sides_of_the_box() {
    Candidate box = new Candidate(10, 20, 30, 60, 0.8f, Candidate.NO_POINTS);
    double[] offsets = {0.1, -0.1, 0.5, 0.25};
    assertEquals(
        new Candidate(12, 16, 40, 70, 0.8f, Candidate.NO_POINTS),
        new Proposal(box, offsets).corrected());
  }

  @Test
  void boxes_below_the_threshold_are_dropped_and_points_are_shares_of_the_box() {
    Candidate one = new Candidate(0, 0, 10, 10, 0, Candidate.NO_POINTS);
    Candidate other = new Candidate(100, 200, 110, 220, 0, Candidate.NO_POINTS);
    float[] scores = {0.31f, 0.69f, 0.2f, 0.8f};
    float[] offsets = {9, 9, 9, 9, 0.1f, 0.2f, 0.3f, 0.4f};
    float[] points = new float[20];
    for (int i = 0; i < 10; i++) points[10 + i] = i / 10f;
    List<Proposal> found =
        MtcnnOutputs.accepted(List.of(one, other), new float[][] {scores, offsets, points});
    assertEquals(1, found.size());
    assertEquals(0.8f, found.get(0).box().score());
    assertEquals(100, found.get(0).box().left());
    assertArrayEquals(new double[] {0.1, 0.2, 0.3, 0.4}, found.get(0).offsets(), 1e-6);
    double[] expected = {100, 210, 101, 212, 102, 214, 103, 216, 104, 218};
    assertArrayEquals(expected, found.get(0).box().points(), 1e-5);
  }

  @Test
  void without_points_there_are_none() {
    Candidate box = new Candidate(0, 0, 10, 10, 0, Candidate.NO_POINTS);
    float[][] outputs = {{0.3f, 0.7f}, {0, 0, 0, 0}};
    List<Proposal> found = MtcnnOutputs.accepted(List.of(box), outputs);
    assertEquals(1, found.size());
    assertEquals(0, found.get(0).box().points().length);
  }
}
