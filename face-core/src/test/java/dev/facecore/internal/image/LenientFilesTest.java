package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Files as programs and scanners write them, which others read, and what they must not become. */
class LenientFilesTest {
  private static final byte[] RED_OVER_BLUE = {0, 0, -1, -1, 0, 0};

  @Test
  void runs_that_are_longer_than_their_row_end_with_it() {
    byte[] rows = {4, 1, 0, 0, 4, 0, 0, 0, 0, 1};
    assertArrayEquals(RED_OVER_BLUE, TestPictures.decoded(rle8(1, 2, 62, rows)));
    // The same of single pixels, and with a row that a move leaves out: palette index 0, red.
    assertArrayEquals(
        RED_OVER_BLUE, TestPictures.decoded(rle8(1, 2, 62, 0, 3, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1)));
  }

  @Test
  void run_length_codes_that_end_early_and_pixels_inside_the_palette_are_refused() {
    byte[] rows = {1, 1, 0, 0};
    assertThrows(ImageException.class, () -> TestPictures.decoded(rle8(1, 2, 62, rows)));
    assertThrows(
        ImageException.class,
        () -> TestPictures.decoded(rle8(1, 2, 58, 4, 1, 0, 0, 4, 0, 0, 0, 0, 1)));
  }

  @Test
  void runs_without_end_are_skipped() {
    byte[] runs = new byte[20_000_000];
    for (int i = 0; i < runs.length; i += 2) runs[i] = -1;
    assertThrows(ImageException.class, () -> TestPictures.decoded(rle8(100, 100, 62, runs)));
  }

  @Test
  void missing_and_empty_byte_counts_of_tiff_are_no_damage() {
    byte[] pixels = TestPictures.gradient(12, 8);
    byte[] good = TestPictures.decoded(TiffMaker.rgb(12, 8).with(pixels));
    byte[] zero = TiffMaker.rgb(12, 8).tag(TiffTag.STRIP_BYTE_COUNTS, 0).with(pixels);
    assertArrayEquals(good, TestPictures.decoded(zero));
    byte[] missing = zero.clone();
    int tag = indexOf(missing, new byte[] {(byte) TiffTag.STRIP_BYTE_COUNTS, 1, 4, 0});
    missing[tag] = (byte) 0xFE; // a private tag instead
    missing[tag + 1] = (byte) 0xFF;
    assertArrayEquals(good, TestPictures.decoded(missing));
    for (int wrong : new int[] {1, 100, pixels.length - 1, pixels.length + 1, 1_000_000, -1}) {
      byte[] tiff = TiffMaker.rgb(12, 8).tag(TiffTag.STRIP_BYTE_COUNTS, wrong).with(pixels);
      assertArrayEquals(good, TestPictures.decoded(tiff), "byte count " + wrong);
    }
    byte[] short_ = Arrays.copyOf(zero, zero.length - 5);
    assertThrows(ImageException.class, () -> TestPictures.decoded(short_));
  }

  @Test
  void an_orientation_before_the_damage_counts() {
    byte[] jpeg = TestPictures.jpeg(16, 8, false);
    byte[] exif = Containers.exif(6, ByteOrder.LITTLE_ENDIAN);
    byte[] many = exif.clone();
    many[8] = 40;
    byte[] cut = Arrays.copyOf(many, 22);
    byte[] prefix = {'E', 'x', 'i', 'f', 0, 0};
    int checked = 0;
    for (byte[] block :
        new byte[][] {
          TestPictures.joined(prefix, exif),
          TestPictures.joined(prefix, prefix, exif),
          TestPictures.joined(prefix, many),
          TestPictures.joined(prefix, cut)
        }) {
      byte[] turned = Containers.withJpegSegment(jpeg, 0xE1, block);
      try (DecodedImage image = ImageDecoder.decode(turned, TestPictures.NO_LIMIT)) {
        assertEquals(8, image.width(), "block " + checked);
        assertEquals(16, image.height(), "block " + checked);
      }
      checked++;
    }
    assertEquals(4, checked);
  }

  @Test
  void chunks_of_png_that_make_no_pixels_never_reach_the_decoder() {
    byte[] png = TestPictures.encoded(".png", 12, 12);
    byte[] plain = TestPictures.decoded(png);
    byte[] palette = Containers.pngChunk("PLTE", new byte[6]);
    byte[][] palettes = new byte[1000][];
    Arrays.fill(palettes, palette);
    assertArrayEquals(plain, TestPictures.decoded(Containers.withPngChunks(png, palettes)));
    byte[] unknown = Containers.withPngChunks(png, Containers.pngChunk("ABCD", new byte[1]));
    assertThrows(ImageException.class, () -> TestPictures.decoded(unknown));
  }

  @Test
  void many_scans_are_for_small_pictures_only() {
    JpegScans small = JpegScans.of(frame(1000, 1000), true);
    JpegScans large = JpegScans.of(frame(10_000, 5000), true);
    Bytes scan = Bytes.bigEndian(ImageFormat.JPEG, new byte[] {1, 1, 0, 0, 0, 0});
    for (int i = 0; i < 20; i++) large.add(scan);
    for (int i = 0; i < 100; i++) small.add(scan);
    String message = assertThrows(ImageException.class, () -> large.add(scan)).getMessage();
    assertTrue(message.contains("21 scans of 50000000 pixels"), message);
    assertThrows(ImageException.class, () -> small.add(scan));
  }

  private static Bytes frame(int width, int height) {
    byte[] frame =
        ByteBuffer.allocate(9)
            .put((byte) 8)
            .putShort((short) height)
            .putShort((short) width)
            .put((byte) 1)
            .put((byte) 1)
            .array();
    return Bytes.bigEndian(ImageFormat.JPEG, frame);
  }

  private static byte[] rle8(int width, int height, int pixelsAt, int... codes) {
    byte[] bytes = new byte[codes.length];
    for (int i = 0; i < codes.length; i++) bytes[i] = (byte) codes[i];
    return rle8(width, height, pixelsAt, bytes);
  }

  /** An 8-bit bitmap with the palette red, blue. */
  private static byte[] rle8(int width, int height, int pixelsAt, byte[] codes) {
    return ByteBuffer.allocate(62 + codes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'B')
        .put((byte) 'M')
        .putInt(62 + codes.length)
        .putInt(0)
        .putInt(pixelsAt)
        .putInt(40)
        .putInt(width)
        .putInt(height)
        .putShort((short) 1)
        .putShort((short) 8)
        .putInt(1)
        .putInt(codes.length)
        .putInt(0)
        .putInt(0)
        .putInt(2)
        .putInt(2)
        .putInt(0x00FF0000)
        .putInt(0x000000FF)
        .put(codes)
        .array();
  }

  private static int indexOf(byte[] data, byte[] part) {
    for (int at = 0; at <= data.length - part.length; at++) {
      if (Arrays.equals(data, at, at + part.length, part, 0, part.length)) return at;
    }
    throw new AssertionError("the part is not there");
  }
}
