package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.BytePicture;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Mat;

class CropTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 53;
  private static final BytePicture NOISE = BytePicture.noise(WIDTH, HEIGHT, 3);

  @ParameterizedTest
  @CsvSource({
    "5, 7, 20",
    "-8, 10, 20",
    "10, -8, 20",
    "30, 10, 20",
    "10, 45, 20",
    "-10, -10, 80",
    "40, 60, 10",
    "-30, 5, 30",
    "0, 0, 1",
  })
  void unscaled_it_equals_copying_pixel_by_pixel(int left, int top, int side) {
    byte[] expected = new byte[side * side * 3];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int fromX = left + x;
        int fromY = top + y;
        if (fromX < 0 || fromX >= WIDTH || fromY < 0 || fromY >= HEIGHT) continue;
        System.arraycopy(NOISE.bgr(), 3 * (fromY * WIDTH + fromX), expected, 3 * (y * side + x), 3);
      }
    }
    assertArrayEquals(expected, pixels(new Crop(left, top, side), side));
  }

  @Test
  void shrunk_to_one_pixel_it_is_the_mean() {
    byte[] bgr = NOISE.bgr();
    double sum = 0;
    for (int y = 10; y < 30; y++) {
      for (int x = 5; x < 25; x++) sum += bgr[3 * (y * WIDTH + x)] & 0xff;
    }
    assertEquals(sum / 400, pixels(new Crop(5, 10, 20), 1)[0] & 0xff, 0.51);
  }

  @Test
  void is_the_square_around_a_box() {
    Candidate box = new Candidate(10, 20, 30, 60, 0, Candidate.NO_POINTS);
    assertEquals(new Crop(0, 20, 40), Crop.around(box, 1));
    assertEquals(new Crop(-20, 0, 80), Crop.around(box, 2));
    assertEquals(new Candidate(0, 20, 40, 60, 0, Candidate.NO_POINTS), Crop.around(box, 1).box());
  }

  private static byte[] pixels(Crop crop, int size) {
    try (Picture picture = Picture.decode(NOISE.png(), Long.MAX_VALUE)) {
      Mat resized = crop.resized(((DecodedImage) picture).pixels(), size);
      byte[] pixels = new byte[size * size * 3];
      resized.get(0, 0, pixels);
      resized.release();
      return pixels;
    }
  }
}
