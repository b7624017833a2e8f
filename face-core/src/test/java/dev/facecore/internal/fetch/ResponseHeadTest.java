package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.facecore.ImageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
            "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA : 1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: 1\r\n folded\r\n\r\n",
            "HTTP/1.1 200 OK\r\n: 1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: 1\rB: 2\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: 1\0\r\n\r\n");
    for (String head : heads) assertRefused("not proper HTTP", head);
    assertEquals(14, heads.size());
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
