package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.BytePicture;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Mat;

class DetectionInputTest {
  @ParameterizedTest
  @CsvSource({
    // width, height, detection size, width and height of the input, of those used
    "1, 1, 640, 32, 32, 1, 1",
    "3000, 10, 640, 640, 32, 640, 2",
    "3000, 1, 64, 64, 32, 64, 1",
    "10, 3000, 640, 32, 640, 2, 640",
    "250, 250, 640, 256, 256, 250, 250",
    "640, 480, 640, 640, 480, 640, 480",
    "641, 480, 640, 640, 480, 640, 479",
    "1280, 853, 640, 640, 448, 640, 427",
    "37, 53, 4096, 64, 64, 37, 53",
    "500, 300, 100, 128, 64, 100, 60",
  })
  void shrinks_never_enlarges_and_pads_to_whole_strides(
      int width, int height, int size, int inputWidth, int inputHeight, int used, int usedHeight) {
    byte[] file = BytePicture.noise(width, height, 1).png();
    try (Picture picture = Picture.decode(file, Long.MAX_VALUE);
        DetectionInput input = input(picture, size)) {
      assertEquals(inputWidth, input.pixels().cols());
      assertEquals(inputHeight, input.pixels().rows());
      assertEquals((double) width / used, input.scaleX());
      assertEquals((double) height / usedHeight, input.scaleY());
      assertTrue(input.scaleX() >= 1 && input.scaleY() >= 1);
    }
  }

  @Test
  void a_small_picture_keeps_its_pixels_and_the_rest_is_black() {
    BytePicture noise = BytePicture.noise(37, 53, 2);
    byte[] expected = new byte[64 * 64 * 3];
    for (int row = 0; row < 53; row++) {
      System.arraycopy(noise.bgr(), row * 37 * 3, expected, row * 64 * 3, 37 * 3);
    }
    try (Picture picture = Picture.decode(noise.png(), Long.MAX_VALUE);
        DetectionInput input = input(picture, 640)) {
      assertArrayEquals(expected, bytes(input.pixels()));
    }
  }

  @Test
  void a_shrunk_picture_is_really_written_into_the_input() {
    byte[] grey = new byte[400 * 200 * 3];
    java.util.Arrays.fill(grey, (byte) 99);
    byte[] file = new BytePicture(400, 200, grey).png();
    try (Picture picture = Picture.decode(file, Long.MAX_VALUE);
        DetectionInput input = input(picture, 100)) {
      byte[] pixels = bytes(input.pixels());
      int inside = 0;
      for (int i = 0; i < pixels.length; i++) {
        boolean used = i / 3 % 128 < 100 && i / 3 / 128 < 50;
        assertEquals(used ? 99 : 0, pixels[i], "byte " + i);
        if (used) inside++;
      }
      assertEquals(100 * 50 * 3, inside);
    }
  }

  private static DetectionInput input(Picture picture, int size) {
    return DetectionInput.of(((DecodedImage) picture).pixels(), size, InputShape.multipleOf(32));
  }

  private static byte[] bytes(Mat mat) {
    byte[] bytes = new byte[mat.rows() * mat.cols() * 3];
    mat.get(0, 0, bytes);
    return bytes;
  }
}
