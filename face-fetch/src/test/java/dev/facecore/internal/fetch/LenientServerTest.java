package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What servers get wrong and browsers read all the same. */
class LenientServerTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private RawServer server;
  private ImageFetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
    fetcher = Fetchers.local();
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  @Test
  void a_picture_that_is_compressed_without_being_asked_is_read() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write("picture".getBytes());
    }
    server.on(
        "/gzip",
        (in, out) -> {
          out.write((OK + "Content-Encoding: gzip\r\n\r\n").getBytes());
          gzip.writeTo(out);
        });
    assertPicture("/gzip");
  }

  @Test
  void a_stored_header_that_says_more_than_the_bytes_is_passed_over() {
    server.on("/aws", OK + "Content-Encoding: aws-chunked\r\nContent-Length: 7\r\n\r\npicture");
    assertPicture("/aws");
  }

  @Test
  void a_server_that_has_no_type_of_picture_is_told_that_any_will_do() {
    server.on("/any", OK + "\r\npicture");
    assertPicture("/any");
    assertTrue(server.requests().get(0).contains("Accept: image/*,*/*;q=0.8\r\n"));
  }

  @Test
  void a_whole_that_is_called_a_part_is_read() {
    server.on("/whole", "HTTP/1.1 206 X\r\nContent-Range: bytes 0-6/7\r\n\r\npicture");
    assertPicture("/whole");
  }

  @Test
  void a_location_is_read_as_browsers_read_it() {
    List<String[]> locations =
        List.of(
            new String[] {"/my photo.jpg", "/my%20photo.jpg"},
            new String[] {"my photo.jpg?a b#c d", "/my%20photo.jpg?a%20b"},
            new String[] {" " + server.url("/a b") + " ", "/a%20b"},
            new String[] {"//127.0.0.1:" + server.port() + "/%20 ", "/%20"},
            new String[] {"/\u00c2\u00a0\u00e3\u0080\u0080", "/%C2%A0%E3%80%80"},
            new String[] {"/caf\u00e9", "/caf%E9"}, // Latin-1
            new String[] {"/caf\u00c3\u00a9", "/caf%C3%A9"}); // UTF-8
    for (String[] location : locations) {
      server.on("/from", "HTTP/1.1 302 X\r\nLocation: " + location[0] + "\r\n\r\n");
      server.on(location[1], OK + "\r\npicture");
      assertPicture("/from");
    }
    assertEquals(2 * locations.size(), server.connections());
  }

  @Test
  void what_is_wrong_behind_a_redirect_is_not_said_of_the_callers_address() {
    server.on("/gone", "HTTP/1.1 404 X\r\n\r\n");
    List<String[]> locations =
        List.of(
            new String[] {"http://a b/", "the address has a malformed host; "},
            new String[] {
              "http://a\\b/", "the address contains a blank, a backslash or a control "
            },
            new String[] {"http://u@b/", "the address contains a user name or password"},
            new String[] {"ftp://b/", "the address must begin with http:// or https://"},
            new String[] {"http://b:25/", "port 25 belongs to another service"},
            new String[] {"/gone", "the server answered with status 404 instead of an image"});
    for (String[] location : locations) {
      server.on("/from", "HTTP/1.1 302 X\r\nLocation: " + location[0] + "\r\n\r\n");
      String message = Fetchers.failure(fetcher, server.url("/from"));
      String expected = "The address redirects to another one: " + location[1];
      assertTrue(message.startsWith(expected), message);
    }
    assertEquals(1 + locations.size(), server.connections());
  }

  private void assertPicture(String path) {
    byte[] picture = fetcher.fetch(server.url(path), Deadline.unlimited());
    assertArrayEquals("picture".getBytes(), picture, path);
  }
}
