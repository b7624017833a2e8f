package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireRulesTest {
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.startUnready(Map.of());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /health HTTP/1.1, 200",
    "GET /ready HTTP/1.1, 503",
    "GET /no-such-path HTTP/1.1, 404",
    "PUT /health HTTP/1.1, 405",
    "BREW /health HTTP/1.1, 405",
    "POST /extract-faces HTTP/1.1, 415",
    "GET /%zz HTTP/1.1, 400",
    "DELETE /%zz HTTP/1.1, 400",
    "GET /health HTTP/9.9, 505"
  })
  void every_answer_has_the_headers_of_the_contract(String requestLine, String status)
      throws IOException {
    List<String> head = RawHttp.head(service, requestLine, "Host: localhost", "Content-Length: 0");
    assertEquals(status, head.get(0).split(" ")[1], head::toString);
    assertTrue(head.contains("Content-Type: application/json; charset=utf-8"), head::toString);
    assertTrue(head.contains("X-Content-Type-Options: nosniff"), head::toString);
    assertTrue(head.contains("Cache-Control: no-store"), head::toString);
    assertTrue(head.stream().anyMatch(line -> line.matches("X-Request-Id: req_\\d{13}")));
    assertFalse(
        head.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("server:")),
        head::toString);
  }

  @Test
  void what_is_no_http_is_refused_in_the_words_of_every_refusal() throws IOException {
    try (RawHttp connection = new RawHttp(service)) {
      connection.send("this is no HTTP\r\n\r\n");
      List<String> head = connection.readHead();
      assertEquals("HTTP/1.1 400 Bad Request", head.get(0));
      String id =
          head.stream().filter(line -> line.startsWith("X-Request-Id: ")).findFirst().orElseThrow();
      String body = connection.readRest();
      assertTrue(
          body.matches(
              "\\{\"error\":\"[^\"]+\",\"request_id\":\""
                  + id.substring("X-Request-Id: ".length())
                  + "\",\"timestamp\":\"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC\"}"),
          body);
    }
  }

  @Test
  void head_is_get_without_the_body() throws IOException {
    List<String> get = RawHttp.head(service, "GET /health HTTP/1.1", "Host: localhost");
    try (RawHttp connection = new RawHttp(service)) {
      connection.send("HEAD /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      List<String> head = connection.readHead();
      assertEquals(get.get(0), head.get(0));
      assertEquals(length(get), length(head));
      assertEquals("", connection.readRest());
    }
  }

  @Test
  void head_has_the_status_that_get_has() throws IOException {
    assertEquals(
        "HTTP/1.1 503 Service Unavailable",
        RawHttp.head(service, "HEAD /ready HTTP/1.1", "Host: localhost").get(0));
    assertEquals(
        "HTTP/1.1 404 Not Found",
        RawHttp.head(service, "HEAD /no-such-path HTTP/1.1", "Host: localhost").get(0));
    assertEquals(
        "HTTP/1.1 405 Method Not Allowed",
        RawHttp.head(service, "HEAD /extract-faces HTTP/1.1", "Host: localhost").get(0));
  }

  @Test
  void a_wrong_method_is_told_the_right_ones() {
    assertEquals(
        "GET, HEAD",
        ServiceClient.send("PUT", service.at("/health"), "").header("Allow").orElse(""));
    assertEquals(
        "POST", ServiceClient.get(service.at("/extract-faces")).header("Allow").orElse(""));
  }

  private static String length(List<String> head) {
    return head.stream()
        .filter(line -> line.startsWith("Content-Length: "))
        .findFirst()
        .orElseThrow();
  }
}
