package dev.facecore.http.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.http.exchange.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartTest {
  private static final String BOUNDARY = "--x--y";
  private static final String HEAD = "Content-Disposition: form-data; name=\"f\"\r\n\r\n";

  /** Hands on at most so many bytes at once, or a random number of them. */
  private static InputStream inPieces(byte[] body, Random random, int most) {
    return new FilterInputStream(new ByteArrayInputStream(body)) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int step = Math.min(length, 1 + random.nextInt(most));
        return super.read(buffer, offset, step);
      }
    };
  }

  private static List<byte[]> contents(InputStream body, String boundary) throws IOException {
    Multipart form = new Multipart(body, boundary);
    List<byte[]> contents = new ArrayList<>();
    for (Optional<PartHead> part = form.next(); part.isPresent(); part = form.next()) {
      assertEquals("f", part.get().name());
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      form.readContent(content);
      contents.add(content.toByteArray());
    }
    assertEquals(-1, body.read(), "the body is read to its end");
    return contents;
  }

  private static List<byte[]> contents(String body) throws IOException {
    return contents(new ByteArrayInputStream(body.getBytes(ISO_8859_1)), BOUNDARY);
  }

  private static String form(List<String> parts) {
    StringBuilder form = new StringBuilder();
    for (String part : parts) {
      form.append("--").append(BOUNDARY).append("\r\n").append(HEAD).append(part).append("\r\n");
    }
    return form + "--" + BOUNDARY + "--\r\n";
  }

  /** Content of the bytes that delimiters are made of, so that beginnings of one are frequent. */
  private static String likeDelimiters(Random random) {
    List<String> pieces =
        List.of("\r", "\n", "-", "x", "y", "\r\n--", "\r\n----x-", "\0", "\u00ff");
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(40); left > 0; left--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    String whole = text.toString();
    return ("\r\n" + whole + "\r\n").contains("\r\n--" + BOUNDARY) ? "" : whole;
  }

  @Test
  void parts_come_out_as_they_went_in_however_the_bytes_arrive() throws IOException {
    Random random = new Random(7);
    int parts = 0;
    for (int round = 0; round < 3000; round++) {
      List<String> sent = new ArrayList<>();
      for (int left = random.nextInt(5); left > 0; left--) sent.add(likeDelimiters(random));
      byte[] body = form(sent).getBytes(ISO_8859_1);
      List<byte[]> read = contents(inPieces(body, random, 1 + random.nextInt(30)), BOUNDARY);
      assertEquals(sent.size(), read.size());
      for (int i = 0; i < sent.size(); i++) {
        assertArrayEquals(sent.get(i).getBytes(ISO_8859_1), read.get(i));
        parts++;
      }
    }
    assertTrue(parts > 5000, "parts: " + parts);
  }

  @Test
  void a_part_may_be_longer_than_the_window() throws IOException {
    byte[] content = new byte[1 << 20];
    Random random = new Random(8);
    random.nextBytes(content);
    byte[] body = form(List.of(new String(content, ISO_8859_1), "")).getBytes(ISO_8859_1);
    List<byte[]> read = contents(inPieces(body, random, 100_000), BOUNDARY);
    assertEquals(2, read.size());
    assertArrayEquals(content, read.get(0));
    assertEquals(0, read.get(1).length);
  }

  @Test
  void what_is_before_and_behind_the_parts_means_nothing() throws IOException {
    String form = form(List.of("a", "b"));
    for (String before : List.of("", "\r\n", "a preamble\r\n", "--\r\n--other\r\n")) {
      for (String behind : List.of("", "an epilogue", "\r\n--" + BOUNDARY + "\r\n" + HEAD)) {
        assertEquals(2, contents(before + form + behind).size());
      }
    }
    assertEquals(
        1, contents(form(List.of("a")).replace(BOUNDARY + "\r", BOUNDARY + " \t\r")).size());
    assertEquals(0, contents("--" + BOUNDARY + "--").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | does not have the boundary",
        "no form | does not have the boundary",
        "--other%--other-- | does not have the boundary",
        "--B | ends early",
        "--B- | ends early",
        "--B-x | does not end its line",
        "--Bx% | does not end its line",
        "--B%Content-Disposition: form-data; name=\"f\"% | ends early",
        "--B%Content-Disposition: form-data; name=\"f\"%%content | ends early",
        "--B%Content-Disposition: form-data; name=\"f\"%%content%--B | ends early",
        "--B%%content%--B-- | without a name",
        "--B%no header%%content%--B-- | without a name",
        "--B%Content-Disposition: form-data%%content%--B-- | without a name",
        "--B%Content-Disposition: form-data; filename=\"; name=f\"%%content%--B-- | without a name",
        "--B%Content-Disposition: attachment; name=\"f\"%%content%--B-- | without a name",
        "--B%Content-Disposition: form-data; name=f%Content-Transfer-Encoding: base64%%YQ==%--B--"
            + " | has a Content-Transfer-Encoding"
      })
  void a_body_that_is_no_form_is_refused(String body, String sentence) {
    String sent = body.replace("%", "\r\n").replace("--B", "--" + BOUNDARY);
    Problem problem = assertThrows(Problem.class, () -> contents(sent));
    assertTrue(problem.getMessage().contains(sentence), problem.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "form-data; name=f",
        "form-data; name=f; filename=a",
        "FORM-DATA;NAME=f",
        "form-data; filename=\"; name=x\"; name=\"f\"",
        "form-data; filename=\"a\\\"; name=x\"; name=\"f\"",
        "form-data; filename=\"C:\\dir\\a.jpg\"; name = \"f\"",
        "form-data; filename; ; name=\"f\"; name=\"x\"",
        "form-data;;;name=\"f\";"
      })
  void the_name_is_found_among_the_parameters(String disposition) throws IOException {
    String body = form(List.of("a")).replace("form-data; name=\"f\"", disposition);
    assertTrue(body.contains(disposition));
    assertEquals(1, contents(body).size());
  }

  @Test
  void a_name_may_be_of_any_script_and_hold_quotes() throws IOException {
    String body = form(List.of("a")).replace("\"f\"", "\"Gr\u00c3\u00b6\\\"\\\\\u00c3\u009fe\"");
    Multipart form = new Multipart(new ByteArrayInputStream(body.getBytes(ISO_8859_1)), BOUNDARY);
    assertEquals("Gr\u00f6\"\\\u00dfe", form.next().orElseThrow().name());
  }

  /** Bytes of one kind without end, after some others. */
  private static final class Endless extends InputStream {
    private final byte[] begin;
    private final int rest;
    private long handed;

    Endless(String begin, char rest) {
      this.begin = begin.getBytes(ISO_8859_1);
      this.rest = rest;
    }

    @Override
    public int read() {
      return handed++ < begin.length ? begin[(int) handed - 1] : rest;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | - | does not begin with the boundary",
        "'' | - | does not begin with the boundary",
        "--B%Content-Disposition: form-data; name= | a | header is longer than 8192 bytes",
        "--B%X: | % | header is longer than 8192 bytes",
      })
  void endless_heads_are_not_read_to_an_end(String begin, char rest, String sentence) {
    String sent = begin.replace("%", "\r\n").replace("--B", "--" + BOUNDARY);
    Endless body = new Endless(sent, rest);
    Problem problem = assertThrows(Problem.class, () -> new Multipart(body, BOUNDARY).next());
    assertTrue(problem.getMessage().contains(sentence), problem.getMessage());
    assertTrue(body.handed < 200_000, "read " + body.handed);
  }

  @Test
  void many_short_headers_are_one_head() {
    String body = form(List.of("a")).replace("\r\nC", "\r\n" + "A: b\r\n".repeat(3000) + "C");
    Problem problem = assertThrows(Problem.class, () -> contents(body));
    assertTrue(problem.getMessage().contains("header is longer"), problem.getMessage());
  }
}
