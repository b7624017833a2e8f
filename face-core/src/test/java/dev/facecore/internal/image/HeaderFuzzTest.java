package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HeaderFuzzTest {
  private static final int CASES_PER_FILE = 4000;
  private int headers;
  private int refused;

  @Test
  void any_bytes_give_a_header_or_a_refusal() {
    List<byte[]> files = files();
    Random random = new Random(20_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (byte[] file : files) {
            for (int i = 0; i < CASES_PER_FILE; i++) read(damaged(file, random));
          }
        });
    assertEquals(files.size() * CASES_PER_FILE, headers + refused);
    assertTrue(headers > 1000, "headers " + headers);
    assertTrue(refused > 10_000, "refused " + refused);
  }

  private void read(byte[] damaged) {
    try {
      ImageHeader header = ImageDecoder.readHeader(damaged, 1000);
      assertTrue(header.width() > 0 && header.height() > 0);
      assertTrue((long) header.width() * header.height() <= 1000);
      assertTrue(header.orientation() >= 1 && header.orientation() <= 8);
      headers++;
    } catch (ImageException expected) {
      assertTrue(expected.getMessage().endsWith("."), expected.getMessage());
      refused++;
    }
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] copy =
        random.nextInt(3) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
    int changes = copy.length == 0 ? 0 : random.nextInt(6);
    // Half of the changes in the first bytes, where the structure is.
    for (int i = 0; i < changes; i++) {
      int range = random.nextBoolean() ? copy.length : Math.min(copy.length, 80);
      int at = random.nextInt(range);
      copy[at] =
          (byte)
              switch (random.nextInt(3)) {
                case 0 -> random.nextInt(256);
                case 1 -> copy[at] ^ 1 << random.nextInt(8);
                default -> 0xFF;
              };
    }
    return copy;
  }

  private static List<byte[]> files() {
    byte[] png = TestPictures.encoded(".png", 20, 15);
    byte[] webp = TestPictures.encoded(".webp", 20, 15);
    byte[] exif = Containers.exif(6, ByteOrder.BIG_ENDIAN);
    byte[] prefixed = TestPictures.joined("Exif\0\0".getBytes(), exif);
    byte[] text = "Raw profile type exif\0\nexif\n26\n4d4d002a".getBytes();
    byte[] frame = Containers.animationFrame(2, 2, 20, 15, Containers.bitstream(webp));
    return List.of(
        Containers.withJpegSegment(TestPictures.jpeg(20, 15, false), 0xE1, prefixed),
        TestPictures.jpeg(20, 15, true),
        Containers.withPngChunks(
            png, Containers.pngChunk("eXIf", exif), Containers.pngChunk("tEXt", text)),
        TestPictures.encoded(".bmp", 20, 15),
        TestPictures.written("bmp", TestPictures.buffered(BufferedImage.TYPE_USHORT_565_RGB, 9, 8)),
        TestPictures.encoded(".tif", 20, 15),
        TiffMaker.of(ByteOrder.BIG_ENDIAN, true, 20, 15).samples(8, 3, 2).with(new byte[900]),
        webp,
        Containers.webp(Containers.vp8x(2, 24, 18), frame, Containers.riffChunk("EXIF", exif)));
  }
}
