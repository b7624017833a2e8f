package dev.facecore.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.BytePicture;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Picture;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class StackTensorTest {
  @Test
  void equals_the_obvious_loop_for_either_order_and_when_reused() {
    StackTensor tensor = new StackTensor();
    int checked = 0;
    for (String recipe : new String[] {"RGB 127.5 120 100 / 128", "BGR 1 2 3 / 4"}) {
      for (BytePicture picture :
          new BytePicture[] {BytePicture.noise(53, 37, 1), BytePicture.noise(11, 70, 2)}) {
        checked += compare(tensor, picture, PixelRecipe.parse(recipe));
      }
    }
    assertEquals(2 * 3 * (53 * 37 + 11 * 70), checked);
  }

  private static int compare(StackTensor tensor, BytePicture noise, PixelRecipe recipe) {
    try (Picture picture = Picture.decode(noise.png(), Long.MAX_VALUE)) {
      FloatBuffer values = tensor.fill(((DecodedImage) picture).pixels(), recipe);
      byte[] bgr = noise.bgr();
      assertEquals(bgr.length, values.remaining());
      for (int i = 0; i < bgr.length; i++) {
        int channel = i % 3;
        int pixel = bgr[i - channel + recipe.sourceChannel(channel)] & 0xff;
        assertEquals((pixel - recipe.mean(channel)) * recipe.scale(), values.get(i), 1e-5);
      }
      return bgr.length;
    }
  }
}
