package dev.facecore.internal.image;

import static dev.facecore.internal.image.TestPictures.joined;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

class TruncationTest {
  private static final int WIDTH = 61;
  private static final int HEIGHT = 45;
  private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};

  @ParameterizedTest
  @ValueSource(strings = {".png", ".bmp", ".tif", ".webp"})
  void data_that_end_early_are_refused(String extension) {
    byte[] whole = TestPictures.encoded(extension, WIDTH, HEIGHT);
    int refused = 0;
    for (int length = 0; length < whole.length; length += step(whole.length, length)) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(ImageException.class, () -> TestPictures.decoded(cut), "at " + length);
      refused++;
    }
    assertTrue(refused > 60, "checked " + refused);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_jpeg_may_lack_its_end_mark_and_nothing_else(boolean progressive) {
    byte[] whole = TestPictures.jpeg(WIDTH, HEIGHT, progressive);
    byte[] pixels = TestPictures.decoded(whole);
    assertArrayEquals(pixels, TestPictures.decoded(Arrays.copyOf(whole, whole.length - 1)));
    assertArrayEquals(pixels, TestPictures.decoded(Arrays.copyOf(whole, whole.length - 2)));
    int refused = 0;
    for (int length = 2; length < whole.length - 4; length += step(whole.length, length)) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(ImageException.class, () -> TestPictures.decoded(cut), "at " + length);
      refused++;
    }
    assertTrue(refused > 60, "checked " + refused);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_jpeg_cut_in_two_is_refused_with_an_end_mark_too(boolean progressive) {
    byte[] whole = TestPictures.jpeg(WIDTH, HEIGHT, progressive);
    byte[] half = joined(Arrays.copyOf(whole, whole.length / 2), END);
    ImageException refused = assertThrows(ImageException.class, () -> TestPictures.decoded(half));
    assertEquals("The JPEG data end early; send the whole file.", refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "progressive", "optimized", "restarts", "progressive restarts", "grey"})
  void not_one_byte_before_the_end_mark_of_a_jpeg_may_be_missing(String kind) {
    byte[] whole = jpeg(kind);
    byte[] pixels = TestPictures.decoded(whole);
    int refused = 0;
    for (int missing = 1; missing < 60; missing++) {
      byte[] cut = joined(Arrays.copyOf(whole, whole.length - 2 - missing), END);
      assertThrows(ImageException.class, () -> TestPictures.decoded(cut), "without " + missing);
      // Nor at a scale at which they would not show.
      assertThrows(
          ImageException.class, () -> ImageDecoder.decode(cut, TestPictures.NO_LIMIT, 7).close());
      refused++;
    }
    assertEquals(59, refused);
    byte[] unmarked = Arrays.copyOf(whole, whole.length - 2);
    assertArrayEquals(pixels, TestPictures.decoded(unmarked));
    try (DecodedImage small = ImageDecoder.decode(unmarked, TestPictures.NO_LIMIT, 7)) {
      assertEquals(8, small.at(1 / 8.0).factor());
    }
  }

  @Test
  void a_missing_restart_interval_is_noticed() {
    byte[] whole = jpeg("restarts");
    int first = restart(whole, 0);
    int second = restart(whole, first + 2);
    byte[] without =
        joined(Arrays.copyOf(whole, first), Arrays.copyOfRange(whole, second, whole.length));
    assertThrows(ImageException.class, () -> TestPictures.decoded(without));
    byte[] extraneous =
        joined(
            Arrays.copyOf(whole, first),
            new byte[3],
            Arrays.copyOfRange(whole, first, whole.length));
    assertArrayEquals(TestPictures.decoded(whole), TestPictures.decoded(extraneous));
  }

  private static int restart(byte[] jpeg, int from) {
    int at = from;
    while ((jpeg[at] & 0xFF) != 0xFF || (jpeg[at + 1] & 0xF8) != 0xD0) at++;
    return at;
  }

  private static byte[] jpeg(String kind) {
    OpenCvLibrary.load();
    Mat pixels = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3);
    byte[] noise = new byte[WIDTH * HEIGHT * 3];
    new Random(5).nextBytes(noise);
    pixels.put(0, 0, noise);
    if (kind.equals("grey")) Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_BGR2GRAY);
    MatOfByte encoded = new MatOfByte();
    MatOfInt settings =
        new MatOfInt(
            Imgcodecs.IMWRITE_JPEG_PROGRESSIVE,
            kind.contains("progressive") ? 1 : 0,
            Imgcodecs.IMWRITE_JPEG_OPTIMIZE,
            kind.contains("optimized") ? 1 : 0,
            Imgcodecs.IMWRITE_JPEG_RST_INTERVAL,
            kind.contains("restarts") ? 2 : 0);
    try {
      assertTrue(Imgcodecs.imencode(".jpg", pixels, encoded, settings));
      return encoded.toArray();
    } finally {
      pixels.release();
      settings.release();
      encoded.release();
    }
  }

  @Test
  void a_thumbnail_with_an_end_mark_completes_no_picture() {
    byte[] thumbnail = TestPictures.jpeg(8, 8, false);
    byte[] whole =
        Containers.withJpegSegment(TestPictures.jpeg(WIDTH, HEIGHT, false), 0xE2, thumbnail);
    assertEquals(WIDTH * HEIGHT * 3, TestPictures.decoded(whole).length);
    int afterThumbnail = 2 + 4 + thumbnail.length;
    for (int length : new int[] {afterThumbnail, afterThumbnail + 300, whole.length - 40}) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(ImageException.class, () -> TestPictures.decoded(cut), "at " + length);
    }
  }

  @Test
  void bytes_behind_the_end_change_nothing() {
    byte[] tail = {1, 2, (byte) 0xFF, 3};
    int checked = 0;
    for (String extension : new String[] {".jpg", ".png", ".bmp", ".tif", ".webp"}) {
      byte[] whole = TestPictures.encoded(extension, WIDTH, HEIGHT);
      assertArrayEquals(
          TestPictures.decoded(whole), TestPictures.decoded(joined(whole, tail)), extension);
      checked++;
    }
    assertEquals(5, checked);
  }

  @Test
  void a_grey_corner_is_not_taken_for_missing_data() {
    java.awt.image.BufferedImage grey =
        TestPictures.buffered(java.awt.image.BufferedImage.TYPE_3BYTE_BGR, 32, 32);
    for (int i = 0; i < 32 * 32; i++) grey.setRGB(i % 32, i / 32, 0xFF808080);
    byte[] pixels = TestPictures.decoded(TestPictures.written("jpeg", grey));
    for (byte sample : pixels) assertEquals((byte) 128, sample);
    assertEquals(32 * 32 * 3, pixels.length);
  }

  /** Every length near the end, fewer before. */
  private static int step(int whole, int length) {
    return whole - length < 40 ? 1 : Math.max(1, whole / 60);
  }
}
