package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
  private static final int WIDTH = 23;
  private static final int HEIGHT = 14;
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".webp", ".tif", "bigtiff", "16-bit tiff", "magick"})
  void all_eight_orientations_come_out_as_displayed(String kind) throws Exception {
    byte[] stored = TestPictures.decoded(file(kind, 1));
    int checked = 0;
    for (int orientation = 1; orientation <= 8; orientation++) {
      try (DecodedImage image =
          ImageDecoder.decode(file(kind, orientation), TestPictures.NO_LIMIT)) {
        assertEquals(orientation < 5 ? WIDTH : HEIGHT, image.width(), "width at " + orientation);
        assertEquals(orientation < 5 ? HEIGHT : WIDTH, image.height(), "height at " + orientation);
        assertArrayEquals(displayed(stored, orientation), image.bgr(), "at " + orientation);
        checked++;
      }
    }
    assertEquals(8, checked);
    byte[] gradient = TestPictures.gradient(WIDTH, HEIGHT);
    assertTrue(TestPictures.difference(gradient, stored) < 4);
  }

  @Test
  void a_broken_exif_block_means_upright() {
    byte[] plain = TestPictures.encoded(".png", WIDTH, HEIGHT);
    byte[] good = Containers.exif(6, ByteOrder.BIG_ENDIAN);
    int checked = 0;
    for (int length = 0; length < 19; length++) {
      byte[] broken = java.util.Arrays.copyOf(good, length);
      byte[] png = Containers.withPngChunks(plain, Containers.pngChunk("eXIf", broken));
      assertArrayEquals(TestPictures.gradient(WIDTH, HEIGHT), TestPictures.decoded(png));
      checked++;
    }
    for (int orientation : new int[] {0, 9, 0xFFFF}) {
      byte[] exif = Containers.exif(orientation, ByteOrder.LITTLE_ENDIAN);
      byte[] png = Containers.withPngChunks(plain, Containers.pngChunk("eXIf", exif));
      assertArrayEquals(TestPictures.gradient(WIDTH, HEIGHT), TestPictures.decoded(png));
      checked++;
    }
    assertEquals(22, checked);
  }

  private static byte[] file(String kind, int orientation) throws Exception {
    byte[] exif =
        Containers.exif(
            orientation, orientation % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    return switch (kind) {
      case ".jpg" ->
          Containers.withJpegSegment(
              TestPictures.encoded(kind, WIDTH, HEIGHT), 0xE1, TestPictures.joined(PREFIX, exif));
      case ".png" ->
          Containers.withPngChunks(
              TestPictures.encoded(kind, WIDTH, HEIGHT), Containers.pngChunk("eXIf", exif));
      case "magick" ->
          Containers.withPngChunks(
              TestPictures.encoded(".png", WIDTH, HEIGHT),
              Containers.pngChunk("zTXt", magick(TestPictures.joined(PREFIX, exif))));
      case ".webp" ->
          Containers.webp(
              Containers.vp8x(8, WIDTH, HEIGHT),
              Containers.bitstream(TestPictures.encoded(kind, WIDTH, HEIGHT)),
              Containers.riffChunk("EXIF", exif));
      case "16-bit tiff" ->
          TiffMaker.of(ByteOrder.BIG_ENDIAN, false, WIDTH, HEIGHT)
              .samples(16, 3, 2)
              .tag(TiffTag.ORIENTATION, orientation)
              .with(rgb(2));
      default ->
          TiffMaker.of(ByteOrder.LITTLE_ENDIAN, kind.equals("bigtiff"), WIDTH, HEIGHT)
              .samples(8, 3, 2)
              .tag(TiffTag.ORIENTATION, orientation)
              .with(rgb(1));
    };
  }

  /** The gradient in RGB, every sample repeated to the given number of bytes. */
  private static byte[] rgb(int bytes) {
    byte[] bgr = TestPictures.gradient(WIDTH, HEIGHT);
    byte[] rgb = new byte[bgr.length * bytes];
    for (int i = 0; i < rgb.length; i++) {
      int sample = i / bytes;
      rgb[i] = bgr[sample / 3 * 3 + 2 - sample % 3];
    }
    return rgb;
  }

  private static byte[] magick(byte[] exif) throws Exception {
    String text = "\nexif\n" + exif.length + "\n" + HexFormat.of().formatHex(exif) + "\n";
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
      out.write(text.getBytes());
    }
    return TestPictures.joined("Raw profile type exif\0\0".getBytes(), deflated.toByteArray());
  }

  /** Pixel by pixel, as the EXIF standard describes where the 0th row and column are. */
  private static byte[] displayed(byte[] stored, int orientation) {
    byte[] result = new byte[stored.length];
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        int right = WIDTH - 1 - column;
        int bottom = HEIGHT - 1 - row;
        int at =
            switch (orientation) {
              case 2 -> row * WIDTH + right;
              case 3 -> bottom * WIDTH + right;
              case 4 -> bottom * WIDTH + column;
              case 5 -> column * HEIGHT + row;
              case 6 -> column * HEIGHT + bottom;
              case 7 -> right * HEIGHT + bottom;
              case 8 -> right * HEIGHT + row;
              default -> row * WIDTH + column;
            };
        System.arraycopy(stored, (row * WIDTH + column) * 3, result, at * 3, 3);
      }
    }
    return result;
  }
}
