package dev.facecore.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.BytePicture;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Picture;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;

class PixelTensorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"BGR 104 117 123 / 1", "BGR 127.5 127.5 127.5 / 127.5", "RGB 127 128 129 / 128"})
  void equals_the_obvious_loop(String recipe) {
    BytePicture noise = BytePicture.noise(37, 53, 1);
    try (Picture picture = Picture.decode(noise.png(), Long.MAX_VALUE)) {
      FloatBuffer filled = new PixelTensor().fill(pixels(picture), PixelRecipe.parse(recipe));
      assertTrue(filled.isDirect());
      assertArrayEquals(obvious(noise, PixelRecipe.parse(recipe)), values(filled), 1e-6f);
    }
  }

  @Test
  void is_reused_for_larger_and_smaller_pictures() {
    PixelRecipe recipe = PixelRecipe.parse("RGB 1 2 3 / 4");
    PixelTensor tensor = new PixelTensor();
    int checked = 0;
    for (int side : new int[] {10, 3, 40, 1, 39}) {
      BytePicture noise = BytePicture.noise(side, side + 2, side);
      try (Picture picture = Picture.decode(noise.png(), Long.MAX_VALUE)) {
        float[] values = values(tensor.fill(pixels(picture), recipe));
        assertArrayEquals(obvious(noise, recipe), values, 1e-6f);
        checked += values.length;
      }
    }
    assertEquals(3 * (10 * 12 + 3 * 5 + 40 * 42 + 3 + 39 * 41), checked);
  }

  @Test
  void part_of_a_larger_picture_is_read_row_by_row() {
    PixelRecipe recipe = PixelRecipe.parse("BGR 0 0 0 / 1");
    BytePicture noise = BytePicture.noise(20, 10, 5);
    try (Picture picture = Picture.decode(noise.png(), Long.MAX_VALUE)) {
      Mat part = pixels(picture).submat(2, 9, 3, 16);
      float[] values = values(new PixelTensor().fill(part, recipe));
      assertEquals(3 * 7 * 13, values.length);
      assertEquals(noise.bgr()[(2 * 20 + 3) * 3] & 0xff, values[0]);
      assertEquals(noise.bgr()[(8 * 20 + 15) * 3 + 2] & 0xff, values[values.length - 1]);
      part.release();
    }
  }

  private static float[] obvious(BytePicture picture, PixelRecipe recipe) {
    int plane = picture.width() * picture.height();
    float[] means = {recipe.mean0(), recipe.mean1(), recipe.mean2()};
    float[] values = new float[3 * plane];
    for (int pixel = 0; pixel < plane; pixel++) {
      for (int channel = 0; channel < 3; channel++) {
        int source = recipe.order() == PixelRecipe.Order.BGR ? channel : 2 - channel;
        int value = picture.bgr()[3 * pixel + source] & 0xff;
        values[channel * plane + pixel] = (value - means[channel]) * recipe.scale();
      }
    }
    return values;
  }

  private static Mat pixels(Picture picture) {
    return ((DecodedImage) picture).pixels();
  }

  private static float[] values(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }
}
