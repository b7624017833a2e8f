package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class UltraLightDecoderTest {
  private static final float[] BOXES = {
    0.25f, 0.5f, 0.5f, 1f, // a face
    0.1f, 0.1f, 0.2f, 0.2f, // too unsure
    0.1f, 0.1f, 0.2f, Float.NaN, // no number
    0.2f, 0.1f, 0.1f, 0.2f, // inverted
    -0.1f, 0f, 0.1f, 0.2f, // reaches over the edge, at the limit
  };
  private static final float[] SCORES = {0.1f, 0.9f, 0.51f, 0.49f, 0, 1, 0, 1, 0.5f, 0.5f};

  @Test
  void corners_are_shares_of_the_input_and_only_proper_faces_remain() {
    List<Candidate> found = new UltraLightDecoder().decode(new float[][] {BOXES, SCORES}, 320, 240);
    assertEquals(2, found.size());
    assertBox(found.get(0), 80, 120, 160, 240, 0.9f);
    assertBox(found.get(1), -32, 0, 32, 48, 0.5f);
  }

  private static void assertBox(
      Candidate found, double left, double top, double right, double bottom, float score) {
    assertEquals(left, found.left(), 1e-4);
    assertEquals(top, found.top(), 1e-4);
    assertEquals(right, found.right(), 1e-4);
    assertEquals(bottom, found.bottom(), 1e-4);
    assertEquals(score, found.score());
    assertEquals(0, found.points().length);
  }
}
