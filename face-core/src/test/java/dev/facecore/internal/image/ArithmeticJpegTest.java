package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.facecore.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** JPEG in arithmetic code, of which writers leave out the zeros at the end of a scan. */
class ArithmeticJpegTest {
  private static final int WIDTH = 24;
  private static final int HEIGHT = 16;

  @Test
  void a_whole_file_is_read_and_its_two_forms_are_one_picture() throws IOException {
    byte[] pixels = TestPictures.decoded(file("arithmetic.jpg"));
    assertEquals(WIDTH * HEIGHT * 3, pixels.length);
    assertArrayEquals(pixels, TestPictures.decoded(file("arithmetic-progressive.jpg")));
  }

  @Test
  void it_is_decoded_at_a_smaller_scale_where_that_suffices() throws IOException {
    try (DecodedImage small =
        ImageDecoder.decode(file("arithmetic.jpg"), TestPictures.NO_LIMIT, 6)) {
      assertEquals(4, small.at(1 / 4.0).factor());
    }
  }

  @Test
  void a_file_that_is_cut_off_is_refused() throws IOException {
    byte[] whole = file("arithmetic.jpg");
    byte[] cut = Arrays.copyOf(whole, whole.length - 40);
    assertThrows(ImageException.class, () -> TestPictures.decoded(cut));
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream file = ArithmeticJpegTest.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    }
  }
}
