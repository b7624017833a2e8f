package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
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
      HttpHeaders headers = Call.get(service, path, "Origin", ALLOWED).headers();
      assertEquals(ALLOWED, header(headers, "Access-Control-Allow-Origin"), path);
      assertEquals(
          "X-Request-Id, Retry-After", header(headers, "Access-Control-Expose-Headers"), path);
      assertEquals("Origin", header(headers, "Vary"), path);
    }
    HttpHeaders other = Call.get(service, "/health", "Origin", "http://localhost:8080").headers();
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
    HttpResponse<String> answer = Call.get(service, "/health", "Origin", origin);
    assertEquals(200, answer.statusCode());
    assertNoCors(answer.headers());
    assertEquals("Origin", header(answer.headers(), "Vary"));
    assertEquals(401, preflight(service, "/extract-faces", origin, false).statusCode());
    HttpResponse<String> asked = preflight(service, "/extract-faces", origin, true);
    assertEquals(405, asked.statusCode());
    assertNoCors(asked.headers());
  }

  @Test
  void a_preflight_is_answered() {
    HttpResponse<String> answer = preflight(service, "/extract-faces", ALLOWED, true);
    assertEquals(204, answer.statusCode());
    assertEquals("", answer.body());
    assertEquals(ALLOWED, header(answer.headers(), "Access-Control-Allow-Origin"));
    assertEquals("GET, HEAD, POST", header(answer.headers(), "Access-Control-Allow-Methods"));
    assertEquals(
        "Authorization, Content-Type", header(answer.headers(), "Access-Control-Allow-Headers"));
    assertEquals("7200", header(answer.headers(), "Access-Control-Max-Age"));
    assertEquals("Origin", header(answer.headers(), "Vary"));
  }

  @Test
  void options_without_a_question_is_a_wrong_method() {
    HttpResponse<String> known = Call.send(service, "OPTIONS", "/health", null, "Origin", ALLOWED);
    assertEquals(405, known.statusCode());
    assertEquals("GET, HEAD", header(known.headers(), "Allow"));
    assertEquals(ALLOWED, header(known.headers(), "Access-Control-Allow-Origin"));
    HttpResponse<String> unknown =
        Call.send(service, "OPTIONS", "/no-such-path", null, "Authorization", "Bearer secret");
    assertEquals(404, unknown.statusCode());
  }

  @Test
  void with_no_origin_named_there_is_no_cors_header() {
    try (RunningService closed = RunningService.startUnready(Map.of())) {
      HttpHeaders headers = Call.get(closed, "/health", "Origin", ALLOWED).headers();
      assertNoCors(headers);
      assertFalse(headers.firstValue("Vary").isPresent());
      HttpResponse<String> asked = preflight(closed, "/extract-faces", ALLOWED, true);
      assertEquals(405, asked.statusCode());
      assertNoCors(asked.headers());
    }
  }

  @Test
  void a_star_allows_every_page() {
    try (RunningService open = RunningService.startUnready(Map.of("ALLOWED_ORIGINS", "*"))) {
      HttpHeaders headers = Call.get(open, "/health", "Origin", "https://any.example").headers();
      assertEquals("*", header(headers, "Access-Control-Allow-Origin"));
      assertEquals(204, preflight(open, "/extract-faces", "null", true).statusCode());
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

  private static HttpResponse<String> preflight(
      RunningService service, String path, String origin, boolean question) {
    return Call.send(
        service,
        "OPTIONS",
        path,
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
