package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.facecore.ImageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class AnimationTest {
  private static final int WIDTH = 18;
  private static final int HEIGHT = 12;

  @Test
  void of_an_animated_webp_the_first_frame_is_laid_on_its_canvas() {
    byte[] first = Containers.bitstream(TestPictures.encoded(".webp", WIDTH, HEIGHT));
    byte[] second = Containers.bitstream(TestPictures.encoded(".webp", 40, 30));
    byte[] alpha = Containers.riffChunk("ALPH", new byte[] {0, 1, 2});
    byte[] animation =
        Containers.webp(
            Containers.vp8x(2, 40, 30),
            Containers.riffChunk("ANIM", new byte[6]),
            Containers.animationFrame(6, 10, WIDTH, HEIGHT, TestPictures.joined(alpha, first)),
            Containers.animationFrame(0, 0, 40, 30, second));
    byte[] expected = new byte[40 * 30 * 3];
    byte[] frame = TestPictures.gradient(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      System.arraycopy(frame, y * WIDTH * 3, expected, ((y + 10) * 40 + 6) * 3, WIDTH * 3);
    }
    assertArrayEquals(expected, TestPictures.decoded(animation));
  }

  @Test
  void a_frame_that_fills_its_canvas_is_the_picture() {
    byte[] first = Containers.bitstream(TestPictures.encoded(".webp", WIDTH, HEIGHT));
    byte[] animation =
        Containers.webp(
            Containers.vp8x(2, WIDTH, HEIGHT),
            Containers.animationFrame(0, 0, WIDTH, HEIGHT, first));
    assertArrayEquals(TestPictures.gradient(WIDTH, HEIGHT), TestPictures.decoded(animation));
  }

  @Test
  void a_frame_beyond_its_canvas_is_refused() {
    byte[] first = Containers.bitstream(TestPictures.encoded(".webp", WIDTH, HEIGHT));
    byte[] animation =
        Containers.webp(
            Containers.vp8x(2, WIDTH + 2, HEIGHT + 2),
            Containers.animationFrame(4, 0, WIDTH, HEIGHT, first));
    assertThrows(ImageException.class, () -> TestPictures.decoded(animation));
  }

  @Test
  void of_an_animated_png_the_default_picture_counts() {
    byte[] still = TestPictures.encoded(".png", WIDTH, HEIGHT);
    byte[] control = ByteBuffer.allocate(8).putInt(2).array();
    byte[] animation =
        Containers.withPngChunks(
            still,
            Containers.pngChunk("acTL", control),
            Containers.pngChunk("fcTL", new byte[26]),
            Containers.pngChunk("fdAT", new byte[40]));
    assertArrayEquals(TestPictures.gradient(WIDTH, HEIGHT), TestPictures.decoded(animation));
  }

  @Test
  void of_several_tiff_pages_the_first_counts() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < 3; page++) {
        BufferedImage image =
            TestPictures.buffered(BufferedImage.TYPE_3BYTE_BGR, WIDTH + page, HEIGHT);
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    assertArrayEquals(
        TestPictures.gradient(WIDTH, HEIGHT), TestPictures.decoded(bytes.toByteArray()));
  }
}
