package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaceMeasureTest {
  @Test
  void a_flat_picture_and_an_even_slope_are_not_sharp_and_noise_is() {
    double[][] slope = new double[20][30];
    double[][] noise = new double[20][30];
    Random random = new Random(1);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 30; x++) {
        slope[y][x] = 3 * x + 2 * y;
        noise[y][x] = 128 + 10 * random.nextGaussian();
      }
    }
    assertEquals(0, FaceMeasure.sharpness(new double[20][30]));
    assertEquals(0, FaceMeasure.sharpness(slope), 1e-9);
    // Independent values of variance v: (16 + 4) v.
    assertEquals(20 * 100, FaceMeasure.sharpness(noise), 400);
  }

  @Test
  void frontality_is_the_nose_s_way_from_the_middle_however_the_face_is_turned_and_scaled() {
    int checked = 0;
    for (double degrees : new double[] {0, 30, 90, 200}) {
      for (double scale : new double[] {0.5, 1, 7}) {
        assertEquals(0, FaceMeasure.frontality(face(degrees, scale, 0)), 1e-9);
        assertEquals(-0.25, FaceMeasure.frontality(face(degrees, scale, 0.25)), 1e-9);
        assertEquals(-0.5, FaceMeasure.frontality(face(degrees, scale, -0.5)), 1e-9);
        checked++;
      }
    }
    assertEquals(12, checked);
  }

  private static FaceLandmarks face(double degrees, double scale, double nose) {
    return new FaceLandmarks(
        point(degrees, scale, -0.5, 0),
        point(degrees, scale, 0.5, 0),
        point(degrees, scale, nose, 0.6),
        point(degrees, scale, -0.4, 1),
        point(degrees, scale, 0.4, 1));
  }

  private static Point point(double degrees, double scale, double x, double y) {
    double sine = Math.sin(Math.toRadians(degrees));
    double cosine = Math.cos(Math.toRadians(degrees));
    return new Point(50 + scale * (cosine * x - sine * y), 60 + scale * (sine * x + cosine * y));
  }

  @Test
  void quantiles_are_those_of_sorting() {
    double[] values = {5, 1, 4, 2, 3};
    assertEquals(1, Quantiles.of(values, 0));
    assertEquals(3, Quantiles.of(values, 0.5));
    assertEquals(1.2, Quantiles.of(values, 0.05), 1e-12);
    assertEquals(5, Quantiles.of(values, 1));
    assertTrue(values[0] == 5, "the values are left as they were");
  }
}
