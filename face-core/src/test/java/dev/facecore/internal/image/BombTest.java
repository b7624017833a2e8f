package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.facecore.ImageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class BombTest {
  private static final int SIDE = 12;
  private static final long MOST_NANOS = 50_000_000;
  private static final long MOST_BYTES = 20_000_000;

  @Test
  void bombs_are_refused_fast_and_in_little_memory() {
    Map<String, byte[]> bombs = bombs();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int checked = 0;
    int sizes = 0;
    for (Map.Entry<String, byte[]> bomb : bombs.entrySet()) {
      long bytes = threads.getCurrentThreadAllocatedBytes();
      ImageException refused = refusal(bomb.getValue());
      long taken = threads.getCurrentThreadAllocatedBytes() - bytes;
      assertTrue(taken < MOST_BYTES, bomb.getKey() + " took " + taken);
      assertTrue(bestNanos(bomb.getValue()) < MOST_NANOS, "slow: " + bomb.getKey());
      if (refused.getMessage().contains("more than the 50000000 allowed")) sizes++;
      checked++;
    }
    assertEquals(12, checked);
    assertEquals(6, sizes);
  }

  @Test
  void the_limit_is_the_last_number_of_pixels_allowed() {
    byte[] png = TestPictures.encoded(".png", SIDE, SIDE);
    ImageDecoder.decode(png, SIDE * SIDE).close();
    ImageException refused =
        assertThrows(ImageException.class, () -> ImageDecoder.decode(png, SIDE * SIDE - 1));
    assertEquals(
        "The image has 12 x 12 pixels, more than the 143 allowed; send a smaller one.",
        refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> ImageDecoder.decode(png, 0));
  }

  @Test
  void texts_and_profiles_that_inflate_are_not_read() {
    byte[] deflated = deflated(60_000_000);
    byte[] png = TestPictures.encoded(".png", SIDE, SIDE);
    byte[] bomb =
        Containers.withPngChunks(
            png,
            chunk("zTXt", "Comment\0\0", deflated),
            chunk("zTXt", "Raw profile type exif\0\0", deflated),
            chunk("iTXt", "Comment\0\1\0\0\0", deflated),
            chunk("iCCP", "profile\0\0", deflated));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    TestPictures.decoded(png);
    long bytes = threads.getCurrentThreadAllocatedBytes();
    assertArrayEquals(TestPictures.gradient(SIDE, SIDE), TestPictures.decoded(bomb));
    assertTrue(threads.getCurrentThreadAllocatedBytes() - bytes < 1_000_000);
  }

  @Test
  void a_chain_of_directories_that_bites_its_tail_ends_with_the_first() {
    byte[] tiff = TiffMaker.rgb(SIDE, SIDE).next(8).tag(330, 8).tag(34_665, 8).with(strip());
    assertEquals(SIDE * SIDE * 3, TestPictures.decoded(tiff).length);
  }

  private static ImageException refusal(byte[] bomb) {
    return assertThrows(
        ImageException.class, () -> ImageDecoder.decode(bomb, TestPictures.NO_LIMIT).close());
  }

  /** Of three tries, because other programs run beside the test. */
  private static long bestNanos(byte[] bomb) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      refusal(bomb);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  private static Map<String, byte[]> bombs() {
    Map<String, byte[]> bombs = new LinkedHashMap<>();
    bombs.put("GIF", ByteBuffer.allocate(35).put("GIF89a".getBytes()).putInt(-1).array());
    ByteBuffer ihdr = ByteBuffer.allocate(13).putInt(100_000).putInt(100_000);
    byte[] png = TestPictures.encoded(".png", 1, 1);
    System.arraycopy(ihdr.put((byte) 1).array(), 0, png, 16, 9);
    bombs.put("PNG", png);
    byte[] jpeg = TestPictures.jpeg(8, 8, false);
    int frame = sof(jpeg);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 64_250).putShort(frame + 7, (short) 64_250);
    bombs.put("JPEG", jpeg);
    ByteBuffer bmp = ByteBuffer.wrap(TestPictures.encoded(".bmp", 8, 8));
    bmp.order(ByteOrder.LITTLE_ENDIAN).putInt(18, 3_000_000).putInt(22, Integer.MIN_VALUE);
    bombs.put("BMP", bmp.array());
    bombs.put("WebP", Containers.webp(Containers.vp8x(2, 1 << 24, 1 << 24)));
    bombs.put("TIFF", TiffMaker.rgb(-1, -1).with(strip()));
    bombs.put(
        "TIFF of one huge tile",
        TiffMaker.rgb(SIDE, SIDE)
            .tag(TiffTag.TILE_WIDTH, 16_000)
            .tag(TiffTag.TILE_LENGTH, 16_000)
            .with(strip()));
    bombs.put("TIFF of 2000000 strips", strips(2_000_000));
    bombs.put(
        "TIFF of a JPEG of many scans",
        TiffMaker.rgb(SIDE, SIDE)
            .tag(TiffTag.COMPRESSION, TiffCompression.JPEG)
            .with(TestPictures.jpeg(SIDE, SIDE, true)));
    byte[] entries = new byte[10 + 12 * 0xFFFF];
    ByteBuffer.wrap(entries).putInt(0x4D4D002A).putInt(8).putShort((short) 0xFFFF);
    bombs.put("TIFF of 65535 entries", entries);
    byte[] big = new byte[64];
    ByteBuffer.wrap(big).putInt(0x4D4D002B).putInt(8 << 16).putLong(16).putLong(Long.MAX_VALUE);
    bombs.put("BigTIFF of 2^63 entries", big);
    byte[] progressive = TestPictures.jpeg(8, 8, true);
    byte[] scan = {-1, -38, 0, 8, 1, 1, 0, 0, 63, 0, 0};
    byte[][] scans = new byte[200_000][];
    Arrays.fill(scans, scan);
    byte[] head = Arrays.copyOf(progressive, progressive.length - 2);
    bombs.put("JPEG of 200000 scans", TestPictures.joined(head, TestPictures.joined(scans)));
    return bombs;
  }

  /** One pixel each, deflated, all of the same data. */
  private static byte[] strips(int count) {
    byte[] deflated = deflated(1);
    int data = 8 + 2 + 12 * 8 + 4;
    int arrays = data + deflated.length;
    int[][] entries = {
      {TiffTag.WIDTH, 4, 1, 1},
      {TiffTag.HEIGHT, 4, 1, count},
      {TiffTag.BITS_PER_SAMPLE, 4, 1, 8},
      {TiffTag.COMPRESSION, 4, 1, 8},
      {TiffTag.PHOTOMETRIC, 4, 1, 1},
      {TiffTag.STRIP_OFFSETS, 1, count, arrays},
      {TiffTag.ROWS_PER_STRIP, 4, 1, 1},
      {TiffTag.STRIP_BYTE_COUNTS, 1, count, arrays + count}
    };
    byte[] tiff = new byte[arrays + 2 * count];
    ByteBuffer head = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
    head.put("II".getBytes()).putShort((short) 42).putInt(8).putShort((short) entries.length);
    for (int[] entry : entries) {
      head.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]).putInt(entry[3]);
    }
    head.putInt(0).put(deflated);
    Arrays.fill(tiff, arrays, arrays + count, (byte) data);
    Arrays.fill(tiff, arrays + count, tiff.length, (byte) deflated.length);
    return tiff;
  }

  private static int sof(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 255) != 0xC0) at += 2 + ByteBuffer.wrap(jpeg).getShort(at + 2);
    return at;
  }

  private static byte[] strip() {
    return new byte[SIDE * SIDE * 3];
  }

  private static byte[] chunk(String type, String head, byte[] deflated) {
    return Containers.pngChunk(type, TestPictures.joined(head.getBytes(), deflated));
  }

  private static byte[] deflated(int zeros) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(new byte[zeros]);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }
}
