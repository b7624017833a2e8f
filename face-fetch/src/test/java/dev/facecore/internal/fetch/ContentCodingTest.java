package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentCodingTest {
  private static final int MOST = 10_000;
  private static final byte[] PICTURE = picture();

  @Test
  void each_coding_that_is_understood_is_undone() throws IOException {
    byte[] gzip = gzip(PICTURE);
    assertDecoded(gzip, "gzip");
    assertDecoded(gzip, "X-GZIP");
    assertDecoded(deflate(PICTURE, false), "deflate");
    assertDecoded(deflate(PICTURE, true), "deflate");
    assertDecoded(gzip(gzip), "gzip", "gzip");
    assertDecoded(gzip, "gzip", "aws-chunked");
    assertDecoded(gzip(deflate(PICTURE, false)), "deflate", "identity", "gzip");
  }

  @Test
  void bytes_that_do_not_have_the_coding_are_taken_as_they_are() {
    for (String coding : List.of("aws-chunked", "gzip", "deflate", "identity", "utf-8", "none")) {
      assertDecoded(PICTURE, coding);
    }
    assertDecoded(PICTURE);
  }

  @Test
  void a_bomb_stops_at_the_limit() throws IOException {
    byte[] zeros = new byte[5_000_000];
    for (byte[] bomb : List.of(gzip(zeros), gzip(gzip(zeros)))) {
      assertRefused("larger than the limit of 10000 bytes", bomb, "gzip", "gzip");
    }
    assertRefused("larger than the limit", deflate(zeros, true), "deflate");
    byte[] full = gzip(new byte[MOST]);
    assertEquals(MOST, ContentCoding.decode(List.of("gzip"), full, MOST).length);
    assertRefused("larger than the limit", gzip(new byte[MOST + 1]), "gzip");
    assertRefused("not proper HTTP", PICTURE, "gzip", "gzip", "gzip", "gzip");
  }

  @Test
  void damaged_and_foreign_codings_are_refused() throws IOException {
    byte[] gzip = gzip(PICTURE);
    byte[] flipped = gzip.clone();
    flipped[gzip.length / 2] ^= 0x10;
    assertRefused("compressed data are damaged", flipped, "gzip");
    for (int length : new int[] {3, 12, gzip.length / 2, gzip.length - 9, gzip.length - 1}) {
      assertRefused("compressed data are damaged", Arrays.copyOf(gzip, length), "gzip");
    }
    assertRefused("compressed (br)", PICTURE, "BR");
    assertRefused("compressed (zstd)", PICTURE, "zstd");
  }

  private static void assertDecoded(byte[] body, String... codings) {
    assertArrayEquals(
        PICTURE, ContentCoding.decode(List.of(codings), body, MOST), Arrays.toString(codings));
  }

  private static void assertRefused(String words, byte[] body, String... codings) {
    String message =
        assertThrows(ImageException.class, () -> ContentCoding.decode(List.of(codings), body, MOST))
            .getMessage();
    assertTrue(message.contains(words), message);
  }

  private static byte[] picture() {
    byte[] picture = new byte[4000];
    new Random(6).nextBytes(picture);
    picture[0] = (byte) 0xff;
    picture[1] = (byte) 0xd8;
    picture[2] = (byte) 0xff;
    return picture;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(9, raw);
    try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(plain);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
