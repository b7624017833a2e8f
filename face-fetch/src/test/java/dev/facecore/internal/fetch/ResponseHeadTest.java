package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseHeadTest {
  @Test
  void status_and_fields_are_read() throws IOException {
    ResponseHead head =
        read(
            "HTTP/1.1 200 Fine: really\r\nContent-TYPE:  image/png \r\nA: 1\r\na: 2\r\nB:\r\n\r\n");
    assertEquals(200, head.status());
    assertEquals(List.of("image/png"), head.values("content-type"));
    assertEquals(List.of("1", "2"), head.values("a"));
    assertEquals(List.of(""), head.values("b"));
    assertEquals(List.of(), head.values("c"));
  }

  @Test
  void lines_may_end_without_a_carriage_return_and_the_reason_may_be_absent() throws IOException {
    assertEquals(List.of("1"), read("HTTP/1.0 404\nA: 1\n\n").values("a"));
    assertEquals(404, read("HTTP/1.0 404 \n\n").status());
  }

  @Test
  void interim_answers_are_passed_over() throws IOException {
    ResponseHead head =
        read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 X\r\nA: 1\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");
    assertEquals(200, head.status());
    assertEquals(List.of(), head.values("a"));
    assertEquals(101, read("HTTP/1.1 101 Switching\r\n\r\n").status());
  }

  @Test
  void only_a_redirect_with_a_location_leads_elsewhere() throws IOException {
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      assertEquals(
          Optional.of("/x"), read("HTTP/1.1 " + status + " X\r\nLocation: /x\r\n\r\n").redirect());
      assertEquals(Optional.empty(), read("HTTP/1.1 " + status + " X\r\n\r\n").redirect());
    }
    for (int status : new int[] {200, 201, 300, 304, 305, 306, 309, 404}) {
      assertEquals(
          Optional.empty(), read("HTTP/1.1 " + status + " X\r\nLocation: /x\r\n\r\n").redirect());
    }
  }

  @Test
  void what_is_not_a_proper_head_is_refused() {
    List<String> heads =
        List.of(
            "\r\n",
            "ICY 200 OK\r\n\r\n",
            "HTTP/2 200\r\n\r\n",
            "HTTP/1.1 2000 OK\r\n\r\n",
            "HTTP/1.1 20 OK\r\n\r\n",
            "HTTP/1.1 999 X\r\n\r\n",
            "HTTP/1.1  200 OK\r\n\r\n",
            "<html>no head</html>\n\n",
            "HTTP/1.1 200 OK\r\nA: 1\rB: 2\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: 1\0\r\n\r\n");
    for (String head : heads) assertRefused("not proper HTTP", head);
    assertEquals(10, heads.size());
  }

  @Test
  void lines_that_are_no_fields_are_passed_over_and_folded_ones_put_together() throws IOException {
    ResponseHead head =
        read(
            "HTTP/1.1 200 OK\r\n lost\r\nno colon\r\nA : 1\r\n: 1\r\n lost\r\nB: 1\r\n"
                + "\t2 \r\n 3\r\nC:\r\n d\r\n\r\n");
    assertEquals(Map.of("b", List.of("1 2 3"), "c", List.of("d")), head.fields());
  }

  @Test
  void a_part_is_a_picture_only_where_it_is_the_whole() throws IOException {
    String part = "HTTP/1.1 206 X\r\nContent-Range: bytes ";
    assertTrue(read(part + "0-99/100\r\n\r\n").hasPicture());
    for (String range : List.of("0-98/100", "1-99/100", "0-99/*", "*/100", "")) {
      assertFalse(read(part + range + "\r\n\r\n").hasPicture(), range);
    }
    for (int status : new int[] {101, 204, 205, 206, 300, 304, 404, 500}) {
      assertFalse(read("HTTP/1.1 " + status + " X\r\n\r\n").hasPicture(), "" + status);
    }
    for (int status : new int[] {200, 201, 203, 226}) {
      assertTrue(read("HTTP/1.1 " + status + " X\r\n\r\n").hasPicture(), "" + status);
    }
  }

  @Test
  void a_head_that_is_cut_off_ends_early() {
    assertRefused("ends early", "");
    assertRefused("ends early", "HTTP/1.1 200 OK");
    assertRefused("ends early", "HTTP/1.1 200 OK\r\nA: 1\r\n");
  }

  @Test
  void bytes_and_fields_are_bounded() throws IOException {
    String ok = "HTTP/1.1 200 OK\r\n";
    assertEquals(100, read(ok + "A: 1\r\n".repeat(100) + "\r\n").values("a").size());
    assertRefused("not proper HTTP", ok + "A: 1\r\n".repeat(101) + "\r\n");
    assertEquals(
        30000, read(ok + "A: " + "b".repeat(30000) + "\r\n\r\n").values("a").get(0).length());
    assertRefused("not proper HTTP", ok + "A: " + "b".repeat(33000) + "\r\n\r\n");
    assertRefused("not proper HTTP", "HTTP/1.1 200 " + "b".repeat(33000) + "\r\n\r\n");
    assertRefused("not proper HTTP", "HTTP/1.1 100 X\r\n\r\n".repeat(2000) + ok + "\r\n");
  }

  private static ResponseHead read(String text) throws IOException {
    return ResponseHead.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static void assertRefused(String words, String head) {
    String message = assertThrows(ImageException.class, () -> read(head), head).getMessage();
    assertEquals(true, message.contains(words), head + " gave: " + message);
  }
}
