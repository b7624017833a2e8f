package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CenterFaceDecoderTest {
  /** 3 columns and 2 rows of cells. */
  private static final int CELLS = 6;

  @Test
  void a_hot_cell_is_a_face_around_its_centre_and_a_cool_one_is_not() {
    float[] heat = {0, 0.4999f, 0, 0, 0, 0.75f};
    float[] sizes = new float[2 * CELLS];
    float[] offsets = new float[2 * CELLS];
    float[] points = new float[10 * CELLS];
    int cell = 5; // column 2, row 1
    sizes[cell] = (float) Math.log(3); // 12 pixels high
    sizes[CELLS + cell] = (float) Math.log(2); // 8 pixels wide
    offsets[cell] = 0.25f;
    offsets[CELLS + cell] = -0.5f;
    for (int i = 0; i < 10; i++) points[i * CELLS + cell] = i / 10f;

    List<Candidate> found =
        new CenterFaceDecoder().decode(new float[][] {heat, sizes, offsets, points}, 12, 8);
    assertEquals(1, found.size());
    Candidate face = found.get(0);
    // Its centre is at (4 (2 - 0.5 + 0.5), 4 (1 + 0.25 + 0.5)).
    assertEquals(8 - 4, face.left(), 1e-5);
    assertEquals(7 - 6, face.top(), 1e-5);
    assertEquals(8 + 4, face.right(), 1e-5);
    assertEquals(7 + 6, face.bottom(), 1e-5);
    assertEquals(0.75f, face.score());
    double[] expected = new double[10];
    for (int i = 0; i < 10; i += 2) {
      expected[i] = 4 + 8 * (i + 1) / 10.0;
      expected[i + 1] = 1 + 12 * i / 10.0;
    }
    assertArrayEquals(expected, face.points(), 1e-5);
  }

  @Test
  void numbers_gone_astray_are_no_face() {
    float[] heat = {1, 0, 0, 0, 0, 0};
    float[] sizes = new float[2 * CELLS];
    sizes[0] = Float.POSITIVE_INFINITY;
    float[][] outputs = {heat, sizes, new float[2 * CELLS], new float[10 * CELLS]};
    assertEquals(List.of(), new CenterFaceDecoder().decode(outputs, 12, 8));
  }

  @Test
  void only_the_middle_half_of_a_view_counts() {
    float[] heat = new float[8 * 8];
    for (int i = 0; i < heat.length; i++) heat[i] = i / 64f;
    // Rows and columns 2 to 5; the hottest of them is (5, 5).
    assertEquals(45 / 64.0, FaceHeat.inMiddle(heat, 8));
  }
}
