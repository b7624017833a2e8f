package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ThumbnailTest {
  /** Black, but for a white block of 40×40 pixels at (60, 20). */
  private static final Picture BLOCK = block();

  private static Picture block() {
    byte[] bgr = new byte[200 * 100 * 3];
    for (int y = 20; y < 60; y++) {
      Arrays.fill(bgr, (y * 200 + 60) * 3, (y * 200 + 100) * 3, (byte) 255);
    }
    return new BytePicture(200, 100, bgr);
  }

  @Test
  void shows_the_part_and_nothing_else() throws IOException {
    BufferedImage seen = image(BLOCK.thumbnail(new Box(60, 20, 40, 40), 20));
    assertEquals(20, seen.getWidth());
    assertEquals(20, seen.getHeight());
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 20; x++) assertTrue((seen.getRGB(x, y) & 0xff) > 250, x + ", " + y);
    }
  }

  @Test
  void keeps_the_shape_and_never_enlarges() throws IOException {
    assertSize(100, 50, BLOCK.thumbnail(new Box(0, 0, 200, 100), 100));
    assertSize(200, 100, BLOCK.thumbnail(new Box(0, 0, 200, 100), 4096));
    assertSize(1, 1, BLOCK.thumbnail(new Box(3, 0, 1, 100), 1));
  }

  @Test
  void is_clipped_to_the_picture_and_widened_to_whole_pixels() throws IOException {
    assertSize(10, 31, BLOCK.thumbnail(new Box(190.9, -20, 50, 50.1), 31));
  }

  @Test
  void a_crop_has_its_margin_and_ends_at_the_edge() {
    try (Picture crop = BLOCK.crop(new Box(60, 20, 40, 40), 0.25, 1000)) {
      assertEquals(60, crop.width());
      assertEquals(60, crop.height());
      BufferedImage seen = crop.toBufferedImage();
      assertEquals(0, seen.getRGB(9, 30) & 0xff);
      assertEquals(255, seen.getRGB(10, 30) & 0xff);
      assertEquals(255, seen.getRGB(49, 30) & 0xff);
      assertEquals(0, seen.getRGB(50, 30) & 0xff);
    }
    try (Picture crop = BLOCK.crop(new Box(180, 60, 20, 40), 1, 50)) {
      // 60 by 80 pixels are inside, from 140 and from 20 on.
      assertEquals(38, crop.width());
      assertEquals(50, crop.height());
    }
    assertThrows(IllegalArgumentException.class, () -> BLOCK.crop(new Box(0, 0, 9, 9), -0.1, 9));
    // The margin would reach the picture, the part does not.
    assertThrows(IllegalArgumentException.class, () -> BLOCK.crop(new Box(201, 0, 9, 9), 1, 9));
  }

  @Test
  void a_part_outside_the_picture_is_refused_by_value() {
    Box outside = new Box(200, 0, 50, 50);
    String message =
        assertThrows(IllegalArgumentException.class, () -> BLOCK.thumbnail(outside, 10))
            .getMessage();
    assertTrue(message.contains("200"), message);
    assertThrows(IllegalArgumentException.class, () -> BLOCK.thumbnail(new Box(0, 0, 9, 9), 0));
  }

  private static void assertSize(int width, int height, byte[] thumbnail) throws IOException {
    BufferedImage image = image(thumbnail);
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
  }

  private static BufferedImage image(byte[] thumbnail) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(thumbnail));
  }
}
