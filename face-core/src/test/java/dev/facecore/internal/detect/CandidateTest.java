package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.Point;
import dev.facecore.stage.Detection;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CandidateTest {
  @Test
  void is_brought_back_to_the_picture_and_its_box_clipped() {
    double[] points = {-4, 8, 12, 8, 10, 12, 6, 16, 14, 16};
    Candidate candidate = new Candidate(-10, 5, 20, 65, 1.0000001f, points);
    Detection found = inPicture(candidate, 120, 60);
    assertEquals(new Box(0, 10, 40, 50), found.box());
    assertEquals(new Point(-8, 16), found.landmarks().leftEye());
    assertEquals(new Point(28, 32), found.landmarks().rightMouth());
    assertEquals(1, found.confidence());
  }

  @Test
  void enormous_boxes_are_no_failure() {
    float most = 3000;
    float[] boxes = {0, 0, most, most};
    float[] all = new float[4 * new Priors(32, 32).count()];
    for (int i = 0; i < all.length; i++) all[i] = boxes[i % 4];
    float[] scores = new float[all.length / 2];
    Arrays.fill(scores, 0.9f);
    float[] points = new float[all.length / 4 * 10];
    Priors priors = new Priors(32, 32);
    int checked = 0;
    for (Candidate candidate :
        new RetinaFaceDecoder(0.5f).decode(new float[][] {all, scores, points}, 32, 32)) {
      assertTrue(inPicture(candidate, 320, 320).box().width() <= 320);
      checked++;
    }
    assertEquals(priors.count(), checked);
  }

  private static Detection inPicture(Candidate candidate, int width, int height) {
    return candidate.mapped(2, 2, 0, 0).toDetection(width, height);
  }
}
