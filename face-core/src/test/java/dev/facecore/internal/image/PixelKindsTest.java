package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelKindsTest {
  private static final int WIDTH = 30;
  private static final int HEIGHT = 17;

  /** Pillow 13: Image.new("CMYK", (8, 8), (10, 200, 30, 40)), JPEG, quality 95, optimize. */
  private static final String CMYK =
      "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcG"
          + "BggLCAkKCgoKCgYICwwLCgwJCgoK/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAn/"
          + "xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AHUG2YQrj//Z";

  /** In the Adobe segment: 0 says that the samples are CMYK, 2 that they are YCCK. */
  private static final int ADOBE_TRANSFORM = 17;

  @ParameterizedTest
  @CsvSource({
    "png, 10",
    "png, 11",
    "png, 12",
    "png, 13",
    "png, 6",
    "bmp, 8",
    "bmp, 9",
    "bmp, 10",
    "bmp, 12",
    "bmp, 13",
    "tiff, 10",
    "tiff, 11",
    "tiff, 12",
    "tiff, 13",
    "tiff, 6"
  })
  void grey_palette_alpha_and_few_bits_come_out_as_java_shows_them(String format, int type) {
    BufferedImage image = TestPictures.buffered(type, WIDTH, HEIGHT);
    byte[] expected = new byte[WIDTH * HEIGHT * 3];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int rgb = shown(image, i % WIDTH, i / WIDTH);
      expected[3 * i] = (byte) rgb;
      expected[3 * i + 1] = (byte) (rgb >> 8);
      expected[3 * i + 2] = (byte) (rgb >> 16);
    }
    byte[] decoded = TestPictures.decoded(TestPictures.written(format, image));
    assertTrue(TestPictures.difference(expected, decoded) < 0.6);
  }

  /** Java shows grey with a curve of its own; the stored sample is what is meant. */
  private static int shown(BufferedImage image, int x, int y) {
    int samples = image.getSampleModel().getNumBands();
    boolean indexed = image.getColorModel() instanceof java.awt.image.IndexColorModel;
    if (samples > 1 || indexed) return image.getRGB(x, y);
    int grey = image.getRaster().getSample(x, y, 0);
    return (image.getType() == BufferedImage.TYPE_USHORT_GRAY ? grey >> 8 : grey) * 0x010101;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sixteen_bit_inks_come_out_as_light(boolean big) {
    int checked = 0;
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      ByteBuffer inks = ByteBuffer.allocate(6 * 8).order(order);
      for (int i = 0; i < 6; i++) {
        for (int ink : new int[] {10, 200, 30, 40}) inks.putShort((short) (ink << 8 | 0x80));
      }
      byte[] tiff = TiffMaker.of(order, big, 3, 2).samples(16, 4, 5).with(inks.array());
      byte[] decoded = TestPictures.decoded(tiff);
      assertEquals(6 * 3, decoded.length);
      for (int i = 0; i < 6; i++) assertPixel(190, 46, 207, decoded, i, 0);
      checked++;
    }
    assertEquals(2, checked);
  }

  @Test
  void cmyk_and_ycck_jpeg_come_out_as_pillow_shows_them() {
    byte[] cmyk = Base64.getDecoder().decode(CMYK);
    assertPixel(190, 46, 207, TestPictures.decoded(cmyk), 27, 2);
    cmyk[ADOBE_TRANSFORM] = 2;
    assertPixel(117, 46, 0, TestPictures.decoded(cmyk), 27, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void four_bit_grey_tiff_is_no_palette_to_us(int photometric) {
    byte[] strip = new byte[8 * 4];
    for (int i = 0; i < strip.length; i++) strip[i] = (byte) (i * 8);
    byte[] tiff =
        TiffMaker.of(ByteOrder.LITTLE_ENDIAN, false, 8, 8).samples(4, 1, photometric).with(strip);
    byte[] decoded = TestPictures.decoded(tiff);
    assertEquals(64 * 3, decoded.length);
    for (int i = 0; i < 64; i++) {
      int sample = (i % 2 == 0 ? (strip[i / 2] & 255) >> 4 : strip[i / 2] & 15) * 17;
      int grey = photometric == 0 ? 255 - sample : sample;
      assertPixel(grey, grey, grey, decoded, i, 0);
    }
  }

  @Test
  void transparency_is_dropped_and_darkens_nothing() {
    ByteBuffer strip = ByteBuffer.allocate(4 * 4);
    for (int i = 0; i < 4; i++) strip.put(new byte[] {(byte) 200, 100, 50, (byte) (i * 60)});
    byte[] tiff =
        TiffMaker.of(ByteOrder.LITTLE_ENDIAN, false, 2, 2)
            .samples(8, 4, 2)
            .tag(TiffTag.EXTRA_SAMPLES, 2)
            .with(strip.array());
    byte[] decoded = TestPictures.decoded(tiff);
    for (int i = 0; i < 4; i++) assertPixel(50, 100, 200, decoded, i, 0);
    assertEquals(12, decoded.length);
  }

  @Test
  void a_bitmap_is_read_by_its_masks() {
    ByteBuffer bmp = ByteBuffer.allocate(66 + 4).order(ByteOrder.LITTLE_ENDIAN);
    bmp.putShort((short) 0x4D42).putInt(70).putInt(0).putInt(66).putInt(40).putInt(1).putInt(-1);
    bmp.putShort((short) 1).putShort((short) 32).putInt(3).position(54);
    bmp.putInt(0xFF000000).putInt(0xFF0).putInt(0x3FF << 14);
    bmp.putInt(200 << 24 | 100 << 4 | 1023 << 14);
    assertPixel(255, 100, 200, TestPictures.decoded(bmp.array()), 0, 0);
  }

  @Test
  void kinds_that_would_come_out_wrong_are_refused() {
    byte[] strip = new byte[4 * 4 * 16];
    TiffMaker[] kinds = {
      TiffMaker.rgb(4, 4).samples(32, 3, 2),
      TiffMaker.rgb(4, 4).samples(12, 1, 1),
      TiffMaker.rgb(4, 4).samples(8, 5, 5),
      TiffMaker.rgb(4, 4).tag(TiffTag.SAMPLE_FORMAT, 3),
      TiffMaker.rgb(4, 4).tag(TiffTag.COMPRESSION, 50_001),
      TiffMaker.rgb(4, 4).without(TiffTag.PHOTOMETRIC),
    };
    int refused = 0;
    for (TiffMaker kind : kinds) {
      ImageException refusal =
          assertThrows(ImageException.class, () -> TestPictures.decoded(kind.with(strip)));
      assertTrue(refusal.getMessage().startsWith("TIFF with "), refusal.getMessage());
      refused++;
    }
    byte[] jpeg = TestPictures.jpeg(8, 8, false);
    int frame = new String(jpeg, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\u00C0\0");
    jpeg[frame + 3] = 12;
    assertEquals(
        "JPEG with 12-bit samples is not supported; send the image as an ordinary 8-bit JPEG or"
            + " PNG.",
        assertThrows(ImageException.class, () -> TestPictures.decoded(jpeg)).getMessage());
    assertEquals(6, refused);
  }

  private static void assertPixel(
      int blue, int green, int red, byte[] bgr, int index, int tolerance) {
    int[] expected = {blue, green, red};
    int[] actual = new int[3];
    for (int i = 0; i < 3; i++) {
      actual[i] = bgr[3 * index + i] & 255;
      if (Math.abs(actual[i] - expected[i]) <= tolerance) actual[i] = expected[i];
    }
    assertArrayEquals(expected, actual, "pixel " + index);
  }
}
