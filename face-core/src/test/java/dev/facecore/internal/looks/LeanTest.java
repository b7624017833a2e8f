package dev.facecore.internal.looks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.BytePicture;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import dev.facecore.TurnedPhoto;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeanTest {
  private static final List<Point> UPRIGHT =
      List.of(
          new Point(30, 30),
          new Point(50, 30),
          new Point(41, 42),
          new Point(33, 52),
          new Point(47, 52));

  @Test
  void is_the_angle_by_which_the_picture_was_turned() {
    BytePicture picture = BytePicture.noise(80, 60, 1);
    int checked = 0;
    for (int degrees = -180; degrees <= 180; degrees += 15) {
      TurnedPhoto turned = new TurnedPhoto(picture, degrees);
      List<Point> points = UPRIGHT.stream().map(turned::at).toList();
      double lean =
          Lean.of(
              new FaceLandmarks(
                  points.get(0), points.get(1), points.get(2), points.get(3), points.get(4)));
      assertEquals(0, Lean.between(degrees, lean), 1e-9);
      checked++;
    }
    assertEquals(25, checked);
  }

  @Test
  void angles_between_go_the_short_way_round() {
    assertEquals(20, Lean.between(350, 10), 1e-9);
    assertEquals(20, Lean.between(-170, 170), 1e-9);
    assertEquals(180, Lean.between(0, 180), 1e-9);
    assertEquals(90, Lean.between(45, -405), 1e-9);
  }
}
