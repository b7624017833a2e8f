package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  private static final String ALLOWED = "https://app.example.org";
  private static final String PREFIX = "access-control-";

  private static RunningService service;

  @BeforeAll
  static void start() {
    service =
        RunningService.startUnready(
            Map.of(
                "ALLOWED_ORIGINS", "HTTPS://App.Example.org:443 , http://localhost:8080",
                "API_TOKEN", "secret"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void an_allowed_page_may_read_answers_and_refusals() {
    for (String path : List.of("/health", "/ready", "/metrics", "/no-such-path")) {
      HttpHeaders headers = ServiceClient.get(service.at(path), "Origin", ALLOWED).http().headers();
      assertEquals(ALLOWED, header(headers, "Access-Control-Allow-Origin"), path);
      assertEquals(
          "X-Request-Id, Retry-After", header(headers, "Access-Control-Expose-Headers"), path);
      assertEquals("Origin", header(headers, "Vary"), path);
    }
    HttpHeaders other =
        ServiceClient.get(service.at("/health"), "Origin", "http://localhost:8080")
            .http()
            .headers();
    assertEquals("http://localhost:8080", header(other, "Access-Control-Allow-Origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "http://app.example.org",
        "https://app.example.org:8443",
        "https://app.example.org.evil.example",
        "https://evil-app.example.org",
        "http://localhost",
        "https://app.example.org/",
        "null",
        "*"
      })
  void another_page_may_not(String origin) {
    Answer answer = ServiceClient.get(service.at("/health"), "Origin", origin);
    assertEquals(200, answer.status());
    assertNoCors(answer.http().headers());
    assertEquals("Origin", header(answer.http().headers(), "Vary"));
    assertEquals(401, preflight(service, "/extract-faces", origin, false).status());
    Answer asked = preflight(service, "/extract-faces", origin, true);
    assertEquals(405, asked.status());
    assertNoCors(asked.http().headers());
  }

  @Test
  void a_preflight_is_answered() {
    Answer answer = preflight(service, "/extract-faces", ALLOWED, true);
    assertEquals(204, answer.status());
    assertEquals("", answer.text());
    assertEquals(ALLOWED, header(answer.http().headers(), "Access-Control-Allow-Origin"));
    assertEquals(
        "GET, HEAD, POST", header(answer.http().headers(), "Access-Control-Allow-Methods"));
    assertEquals(
        "Authorization, Content-Type",
        header(answer.http().headers(), "Access-Control-Allow-Headers"));
    assertEquals("7200", header(answer.http().headers(), "Access-Control-Max-Age"));
    assertEquals("Origin", header(answer.http().headers(), "Vary"));
  }

  @Test
  void options_without_a_question_is_a_wrong_method() {
    Answer known = ServiceClient.send("OPTIONS", service.at("/health"), null, "Origin", ALLOWED);
    assertEquals(405, known.status());
    assertEquals("GET, HEAD", header(known.http().headers(), "Allow"));
    assertEquals(ALLOWED, header(known.http().headers(), "Access-Control-Allow-Origin"));
    Answer unknown =
        ServiceClient.send(
            "OPTIONS", service.at("/no-such-path"), null, "Authorization", "Bearer secret");
    assertEquals(404, unknown.status());
  }

  @Test
  void with_no_origin_named_there_is_no_cors_header() {
    try (RunningService closed = RunningService.startUnready(Map.of())) {
      HttpHeaders headers =
          ServiceClient.get(closed.at("/health"), "Origin", ALLOWED).http().headers();
      assertNoCors(headers);
      assertFalse(headers.firstValue("Vary").isPresent());
      Answer asked = preflight(closed, "/extract-faces", ALLOWED, true);
      assertEquals(405, asked.status());
      assertNoCors(asked.http().headers());
    }
  }

  @Test
  void a_star_allows_every_page() {
    try (RunningService open = RunningService.startUnready(Map.of("ALLOWED_ORIGINS", "*"))) {
      HttpHeaders headers =
          ServiceClient.get(open.at("/health"), "Origin", "https://any.example").http().headers();
      assertEquals("*", header(headers, "Access-Control-Allow-Origin"));
      assertEquals(204, preflight(open, "/extract-faces", "null", true).status());
    }
  }

  @Test
  void an_origin_that_breaks_lines_cannot_write_headers() throws IOException {
    List<String> head =
        RawHttp.head(
            service, "GET /health HTTP/1.1", "Host: localhost", "Origin: " + ALLOWED + "\tX: y");
    assertEquals("HTTP/1.1 200 OK", head.get(0));
    assertTrue(head.stream().noneMatch(line -> line.startsWith("Access-Control")), head::toString);
  }

  private static Answer preflight(
      RunningService service, String path, String origin, boolean question) {
    return ServiceClient.send(
        "OPTIONS",
        service.at(path),
        null,
        "Origin",
        origin,
        question ? "Access-Control-Request-Method" : "X-Other",
        "POST");
  }

  private static void assertNoCors(HttpHeaders headers) {
    assertTrue(headers.map().keySet().stream().noneMatch(name -> name.startsWith(PREFIX)));
    assertFalse(headers.map().isEmpty());
  }

  private static String header(HttpHeaders headers, String name) {
    assertEquals(1, headers.allValues(name).size(), name);
    return headers.firstValue(name).orElseThrow();
  }
}
