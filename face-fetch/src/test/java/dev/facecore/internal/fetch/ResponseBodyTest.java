package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResponseBodyTest {
  private static final int MOST = 1000;
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

  @Test
  void a_body_is_read_in_each_of_the_three_framings() throws IOException {
    assertEquals("hello", read("", "hello"));
    assertEquals("hello", read("Content-Length: 5\r\n", "hello"));
    assertEquals("hello", read("content-length: 5\r\nContent-Length: 5\r\n", "hello"));
    assertEquals("hello", read(CHUNKED, "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"));
    assertEquals(
        "hello",
        read("transfer-encoding: CHUNKED\r\n", "005 ;a=\"b\"\r\nhello\r\n0\r\nT: 1\r\n\r\n"));
    assertEquals("", read("Content-Length: 0\r\n", ""));
    assertEquals("", read(CHUNKED, "0\r\n\r\n"));
    assertEquals("hello", read("Content-Encoding: identity\r\n", "hello"));
  }

  @Test
  void what_follows_a_stated_length_is_left_alone() throws IOException {
    assertEquals("hel", read("Content-Length: 3\r\n", "hello"));
  }

  @Test
  void chunks_equal_the_body_they_were_cut_from() throws IOException {
    Random random = new Random(4);
    int chunks = 0;
    for (int round = 0; round < 200; round++) {
      byte[] body = new byte[random.nextInt(MOST)];
      random.nextBytes(body);
      ByteArrayOutputStream wire = new ByteArrayOutputStream();
      for (int at = 0; at < body.length; chunks++) {
        int size = Math.min(body.length - at, 1 + random.nextInt(300));
        wire.writeBytes((Integer.toHexString(size) + "\r\n").getBytes());
        wire.write(body, at, size);
        wire.writeBytes("\r\n".getBytes());
        at += size;
      }
      wire.writeBytes("0\r\n\r\n".getBytes());
      InputStream in = new ByteArrayInputStream(wire.toByteArray());
      assertArrayEquals(body, ResponseBody.read(head(CHUNKED), in, MOST));
      assertArrayEquals(body, oneByOne(wire.toByteArray()));
    }
    assertTrue(chunks > 500, "chunks " + chunks);
  }

  @Test
  void a_body_may_be_as_large_as_the_limit_but_no_larger() throws IOException {
    String full = "x".repeat(MOST);
    assertEquals(full, read("", full));
    assertEquals(full, read("Content-Length: 1000\r\n", full));
    assertEquals(full, read(CHUNKED, "3e8\r\n" + full + "\r\n0\r\n\r\n"));
    String large = "larger than the limit of 1000 bytes";
    assertRefused(large, "", full + "x");
    assertRefused(large, "Content-Length: 1001\r\n", "");
    assertRefused(large, "Content-Length: 999999999999999999\r\n", "");
    assertRefused(large, "Content-Length: 9999999999999999999999\r\n", "");
    assertRefused(large, CHUNKED, "3e9\r\n" + full + "x\r\n0\r\n\r\n");
    assertRefused(large, CHUNKED, "fffffffffffffff\r\n" + full + "xxxx");
  }

  @Test
  void a_body_that_ends_early_is_refused() {
    assertRefused("ends early", "Content-Length: 6\r\n", "hello");
    assertRefused("ends early", CHUNKED, "");
    assertRefused("ends early", CHUNKED, "5\r\nhel");
    assertRefused("ends early", CHUNKED, "5\r\nhello\r\n");
    assertRefused("ends early", CHUNKED, "5\r\nhello\r\n0\r\n");
  }

  @Test
  void malformed_chunks_are_refused() {
    List<String> bodies =
        List.of(
            "\r\nhello",
            "x\r\nhello\r\n0\r\n\r\n",
            "-5\r\nhello\r\n0\r\n\r\n",
            "+5\r\nhello\r\n0\r\n\r\n",
            "0x5\r\nhello\r\n0\r\n\r\n",
            "5 5\r\nhello\r\n0\r\n\r\n",
            "4\r\nhello\r\n0\r\n\r\n",
            "6\r\nhello\r\n0\r\n\r\n",
            "1234567890abcdef0\r\nhello",
            "5;" + "e".repeat(1100) + "\r\nhello\r\n0\r\n\r\n",
            "5\r\nhello\r\n0\r\n" + "T: 1\r\n".repeat(2000) + "\r\n");
    for (String body : bodies) assertRefused("not proper HTTP", CHUNKED, body);
    assertEquals(11, bodies.size());
  }

  @Test
  void framing_that_can_be_read_in_two_ways_is_refused() {
    List<String> fields =
        List.of(
            CHUNKED + CHUNKED,
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Content-Length: 5, 6\r\n",
            "Content-Length: 5\r\nContent-Length: 6\r\n");
    for (String field : fields) assertRefused("not proper HTTP", field, "hello");
    assertEquals(5, fields.size());
  }

  @Test
  void framing_that_browsers_pass_over_is_passed_over() throws IOException {
    assertEquals("hello", read("Transfer-Encoding: identity\r\n", "hello"));
    assertEquals("hello", read(CHUNKED + "Content-Length: 9\r\n", "5\r\nhello\r\n0\r\n\r\n"));
    assertEquals("hello", read("Content-Length: 5, 5\r\n", "hello"));
    for (String length : List.of("", "-1", "+5", "0x5", "5 5", "none")) {
      assertEquals("hello", read("Content-Length: " + length + "\r\n", "hello"), length);
    }
  }

  @Test
  void chunks_of_a_byte_each_are_refused_before_they_cost_time() throws IOException {
    String few = "1\r\nx\r\n".repeat(MOST);
    assertEquals("x".repeat(MOST), read(CHUNKED, few + "0\r\n\r\n"));
    byte[] many = ("1\r\nx\r\n".repeat(30_000) + "0\r\n\r\n").getBytes();
    ByteArrayInputStream in = new ByteArrayInputStream(many);
    var thrown =
        assertThrows(ImageException.class, () -> ResponseBody.read(head(CHUNKED), in, 1 << 20));
    assertTrue(thrown.getMessage().contains("not proper HTTP"), thrown.getMessage());
    int read = many.length - in.available();
    assertTrue(read < 110_000, "read " + read);
  }

  private static byte[] oneByOne(byte[] wire) throws IOException {
    InputStream in = new ChunkedInput(new ByteArrayInputStream(wire));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) body.write(next);
    return body.toByteArray();
  }

  private static String read(String fields, String body) throws IOException {
    InputStream in = new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1));
    return new String(ResponseBody.read(head(fields), in, MOST), StandardCharsets.ISO_8859_1);
  }

  private static ResponseHead head(String fields) throws IOException {
    String text = "HTTP/1.1 200 OK\r\n" + fields + "\r\n";
    return ResponseHead.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static void assertRefused(String words, String fields, String body) {
    String shown = fields + body;
    String message =
        assertThrows(ImageException.class, () -> read(fields, body), shown).getMessage();
    assertTrue(message.contains(words), shown + " gave: " + message);
  }
}
