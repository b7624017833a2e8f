package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 25;

  @ParameterizedTest
  @ValueSource(strings = {".png", ".bmp", ".tif", ".webp"})
  void lossless_pictures_come_out_exactly(String extension) {
    byte[] encoded = TestPictures.encoded(extension, WIDTH, HEIGHT);
    byte[] before = encoded.clone();
    try (DecodedImage image = ImageDecoder.decode(encoded, TestPictures.NO_LIMIT)) {
      assertEquals(WIDTH, image.width());
      assertEquals(HEIGHT, image.height());
      assertArrayEquals(TestPictures.gradient(WIDTH, HEIGHT), image.bgr());
    }
    assertArrayEquals(before, encoded);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void jpeg_comes_out_nearly(boolean progressive) {
    byte[] decoded = TestPictures.decoded(TestPictures.jpeg(WIDTH, HEIGHT, progressive));
    assertTrue(TestPictures.difference(TestPictures.gradient(WIDTH, HEIGHT), decoded) < 3);
  }

  @Test
  void other_formats_are_refused_by_their_name() {
    Map<String, String> begins = new LinkedHashMap<>();
    begins.put("GIF89a", "GIF");
    begins.put("\0\0\0\u0020ftypavif", "AVIF");
    begins.put("\0\0\0\u0020ftypheic", "HEIF");
    begins.put("8BPS\0\1", "PSD");
    begins.put("\0\0\1\0\1\0", "ICO");
    begins.put("\0\0\0\fjP  \r\n", "JPEG 2000");
    begins.put("P6\n3 3\n255\n", "Netpbm");
    begins.put("DDS |\0\0\0", "DDS");
    begins.put("%PDF-1.7", "PDF");
    int checked = 0;
    for (Map.Entry<String, String> begin : begins.entrySet()) {
      assertEquals(
          begin.getValue() + " is not supported; send JPEG, PNG, BMP, TIFF or WebP.",
          refusal(begin.getKey().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
      checked++;
    }
    assertEquals(9, checked);
  }

  @Test
  void no_data_and_random_data_are_refused_in_one_sentence() {
    assertEquals("The image is empty; send JPEG, PNG, BMP, TIFF or WebP.", refusal(new byte[0]));
    byte[] noise = new byte[5000];
    new Random(3).nextBytes(noise);
    assertEquals(
        "The data are not an image in a known format; send JPEG, PNG, BMP, TIFF or WebP.",
        refusal(noise));
  }

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".bmp", ".tif", ".webp"})
  void damaged_pixels_give_a_picture_of_the_size_or_a_refusal(String extension) {
    byte[] encoded = TestPictures.encoded(extension, WIDTH, HEIGHT);
    Random random = new Random(extension.hashCode());
    int checked = 0;
    for (int i = 0; i < 100; i++) {
      byte[] damaged = encoded.clone();
      int at = damaged.length / 3 + random.nextInt(damaged.length * 2 / 3);
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      try (DecodedImage image = ImageDecoder.decode(damaged, WIDTH * HEIGHT)) {
        assertEquals(WIDTH * HEIGHT * 3, image.bgr().length);
      } catch (ImageException expected) {
        assertTrue(expected.getMessage().endsWith("."), expected.getMessage());
      }
      checked++;
    }
    assertEquals(100, checked);
  }

  private static String refusal(byte[] data) {
    return assertThrows(
            ImageException.class, () -> ImageDecoder.decode(data, TestPictures.NO_LIMIT))
        .getMessage();
  }
}
