package dev.facecore.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitmapTest {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 3;
  private static final int STRIDE = 3 * WIDTH + 1; // as FFmpeg may pad its rows

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void turned_picture_is_that_of_the_obvious_loop(int quarterTurns) throws IOException {
    BufferedImage expected = picture();
    for (int i = 0; i < quarterTurns; i++) expected = turnedClockwise(expected);
    byte[] bitmap = Bitmap.encode(pixels(), STRIDE, WIDTH, HEIGHT, quarterTurns);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(bitmap));
    assertEquals(expected.getWidth(), read.getWidth());
    assertEquals(expected.getHeight(), read.getHeight());
    int checked = 0;
    for (int y = 0; y < read.getHeight(); y++) {
      for (int x = 0; x < read.getWidth(); x++, checked++) {
        assertEquals(expected.getRGB(x, y), read.getRGB(x, y), x + ", " + y);
      }
    }
    assertEquals(WIDTH * HEIGHT, checked);
  }

  @Test
  void there_are_four_ways_to_lie() {
    assertThrows(
        IllegalArgumentException.class, () -> Bitmap.encode(pixels(), STRIDE, WIDTH, HEIGHT, 4));
  }

  private static BufferedImage picture() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) picture.setRGB(x, y, red(x, y) << 16 | 200 << 8 | x);
    }
    return picture;
  }

  private static ByteBuffer pixels() {
    ByteBuffer pixels = ByteBuffer.allocateDirect(STRIDE * HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        pixels.put(y * STRIDE + 3 * x, new byte[] {(byte) x, (byte) 200, (byte) red(x, y)});
      }
    }
    return pixels;
  }

  private static int red(int x, int y) {
    return 10 * y + x;
  }

  private static BufferedImage turnedClockwise(BufferedImage picture) {
    BufferedImage turned =
        new BufferedImage(picture.getHeight(), picture.getWidth(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        turned.setRGB(picture.getHeight() - 1 - y, x, picture.getRGB(x, y));
      }
    }
    return turned;
  }
}
