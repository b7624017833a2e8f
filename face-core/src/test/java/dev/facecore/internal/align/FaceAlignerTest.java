package dev.facecore.internal.align;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.BytePicture;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.Picture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FaceAlignerTest {
  /** InsightFace's template, {@code face_align.arcface_dst}. */
  private static final FaceLandmarks TEMPLATE =
      landmarks(
          38.2946, 51.6963, 73.5318, 51.5014, 56.0252, 71.7366, 41.5493, 92.3655, 70.7299, 92.2041);

  @Test
  void a_face_on_the_template_is_cut_out_as_it_is() {
    BytePicture noise = BytePicture.noise(AlignedFace.SIZE, AlignedFace.SIZE, 1);
    try (Picture decoded = Picture.decode(noise.png(), Long.MAX_VALUE)) {
      assertArrayEquals(noise.bgr(), AlignedFace.of(decoded, TEMPLATE).bgr());
    }
  }

  @Test
  void a_picture_of_the_users_own_gives_the_same_face() {
    BytePicture own = BytePicture.noise(200, 150, 2);
    FaceLandmarks points = landmarks(60, 50, 110, 55, 80, 80, 62, 105, 104, 108);
    try (Picture decoded = Picture.decode(own.png(), Long.MAX_VALUE)) {
      assertArrayEquals(AlignedFace.of(decoded, points).bgr(), AlignedFace.of(own, points).bgr());
      assertArrayEquals(Headshot.of(decoded, points).jpeg(), Headshot.of(own, points).jpeg());
    }
  }

  @Test
  void outside_the_picture_is_black() {
    byte[] white = new byte[60 * 60 * 3];
    Arrays.fill(white, (byte) 255);
    BytePicture small = new BytePicture(60, 60, white);
    try (Picture decoded = Picture.decode(small.png(), Long.MAX_VALUE)) {
      byte[] face = AlignedFace.of(decoded, TEMPLATE).bgr();
      assertEquals(-1, face[0]);
      assertEquals(0, face[face.length - 1]);
    }
  }

  @Test
  void a_headshot_is_a_jpeg_of_160_pixels() {
    BytePicture own = BytePicture.noise(200, 150, 3);
    Headshot headshot;
    try (Picture decoded = Picture.decode(own.png(), Long.MAX_VALUE)) {
      headshot = Headshot.of(decoded, TEMPLATE);
    }
    assertTrue(headshot.dataUri().startsWith("data:image/jpeg;base64,/9j/"), headshot::dataUri);
    try (Picture read = Picture.decode(headshot.jpeg(), Long.MAX_VALUE)) {
      assertEquals(160, read.width());
      assertEquals(160, read.height());
    }
  }

  private static FaceLandmarks landmarks(double... xy) {
    return new FaceLandmarks(
        new Point(xy[0], xy[1]),
        new Point(xy[2], xy[3]),
        new Point(xy[4], xy[5]),
        new Point(xy[6], xy[7]),
        new Point(xy[8], xy[9]));
  }
}
