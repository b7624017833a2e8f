package dev.facecore.internal.looks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.BytePicture;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import dev.facecore.TurnedPhoto;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Detection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {
  private static final BytePicture NOISE = BytePicture.noise(37, 53, 1);
  private static final BytePicture NOISE_100 = BytePicture.noise(100, 100, 2);

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void whole_views_are_the_pixels_turned_back_and_their_points_map_back(int degrees) {
    TurnedPhoto turnedBack = new TurnedPhoto(NOISE, -degrees);
    View view = View.whole(NOISE, degrees, 640);
    assertArrayEquals(turnedBack.picture().bgr(), pixels(view, NOISE));
    Point point = new Point(3.25, 11.5);
    assertNear(point, view.toPicture(turnedBack.at(point)), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 30, 45, 60, 75, 90, 135, 180, 225, 270, 300, -17.5})
  void what_a_view_shows_lies_where_its_points_map_to(double degrees) {
    int checked = 0;
    for (Point spot : new Point[] {new Point(40, 30), new Point(60, 52), new Point(33, 61)}) {
      BytePicture picture = disc(100, 90, spot, 5);
      for (double side : new double[] {60, 100, 170}) {
        View view = View.square(new Point(47, 44), side, degrees, 100);
        Point seen = centroid(pixels(view, picture), 100);
        assertNear(spot, view.toPicture(seen), 0.25);
        checked++;
      }
    }
    assertEquals(9, checked);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 30, 45, 90, 120, 180, 270})
  void a_face_that_leans_by_its_angle_stands_upright_in_the_view(double degrees) {
    View view = View.square(new Point(50, 40), 60, degrees, 160);
    FaceLandmarks upright = landmarks(60, 60, 100, 60, 80, 80, 65, 100, 95, 100);
    Detection there =
        view.toPicture(new Detection(new Box(50, 40, 60, 80), upright, 0.75), NOISE_100);
    assertEquals(0, Lean.between(Lean.of(there.landmarks()), degrees), 1e-9);
    assertEquals(0.75, there.confidence());
    assertEquals(
        40 * 60 / 160.0,
        there.landmarks().leftEye().distanceTo(there.landmarks().rightEye()),
        1e-9);
    double middleX = (there.box().x() + there.box().right()) / 2;
    double middleY = (there.box().y() + there.box().bottom()) / 2;
    assertNear(view.toPicture(new Point(80, 80)), new Point(middleX, middleY), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 20, 45, 90, 160, 180, 270})
  void a_box_comes_back_around_the_ellipse_in_it(double degrees) {
    View view = View.square(new Point(50, 40), 320, degrees, 160);
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int step = 0; step < 10_000; step++) {
      double angle = 2 * Math.PI * step / 10_000;
      Point point = view.toPicture(new Point(70 + 20 * Math.cos(angle), 90 + 35 * Math.sin(angle)));
      left = Math.min(left, point.x());
      right = Math.max(right, point.x());
      top = Math.min(top, point.y());
      bottom = Math.max(bottom, point.y());
    }
    Box box = view.toPicture(new Box(50, 55, 40, 70));
    assertEquals(left, box.x(), 1e-3);
    assertEquals(right, box.right(), 1e-3);
    assertEquals(top, box.y(), 1e-3);
    assertEquals(bottom, box.bottom(), 1e-3);
  }

  @Test
  void boxes_are_clipped_to_the_picture() {
    View view = View.square(new Point(5, 5), 80, 90, 160);
    FaceLandmarks points = landmarks(60, 60, 100, 60, 80, 80, 65, 100, 95, 100);
    Box box = view.toPicture(new Detection(new Box(0, 0, 160, 160), points, 1), NOISE).box();
    assertEquals(new Box(0, 0, 37, 45), box);
  }

  @Test
  void large_pictures_are_shrunk_and_small_ones_stay() {
    View lying = View.whole(BytePicture.noise(300, 100, 3), 90, 150);
    assertEquals(2, lying.scale());
    assertEquals(50, lying.width());
    assertEquals(150, lying.height());
    View small = View.whole(BytePicture.noise(30, 10, 3), 180, 150);
    assertEquals(1, small.scale());
    assertEquals(30, small.width());
    assertEquals(10, small.height());
  }

  private static byte[] pixels(View view, BytePicture picture) {
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(picture);
        DecodedImage seen = view.of(lent.image())) {
      assertEquals(view.width(), seen.width());
      assertEquals(view.height(), seen.height());
      return seen.bgr();
    }
  }

  private static BytePicture disc(int width, int height, Point centre, double radius) {
    byte[] bgr = new byte[width * height * 3];
    for (int i = 0; i < width * height; i++) {
      Point pixel = new Point(i % width + 0.5, i / width + 0.5);
      if (pixel.distanceTo(centre) < radius) bgr[3 * i] = bgr[3 * i + 1] = bgr[3 * i + 2] = -1;
    }
    return new BytePicture(width, height, bgr);
  }

  private static Point centroid(byte[] bgr, int width) {
    double x = 0;
    double y = 0;
    double sum = 0;
    for (int i = 0; i < bgr.length / 3; i++) {
      int value = bgr[3 * i] & 0xff;
      x += value * (i % width + 0.5);
      y += value * (i / width + 0.5);
      sum += value;
    }
    assertTrue(sum > 0, "the view does not show the disc");
    return new Point(x / sum, y / sum);
  }

  private static FaceLandmarks landmarks(double... xy) {
    return new FaceLandmarks(
        new Point(xy[0], xy[1]),
        new Point(xy[2], xy[3]),
        new Point(xy[4], xy[5]),
        new Point(xy[6], xy[7]),
        new Point(xy[8], xy[9]));
  }

  private static void assertNear(Point expected, Point found, double within) {
    assertTrue(expected.distanceTo(found) <= within, () -> expected + " but was " + found);
  }
}
