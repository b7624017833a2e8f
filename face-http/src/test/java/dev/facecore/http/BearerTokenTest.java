package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {
  private static final String TOKEN = "s3cret-t0ken";

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.startUnready(Map.of("API_TOKEN", TOKEN));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer wrong",
        "Bearer",
        "Bearer ",
        "Bearer s3cret-t0ke",
        "Bearer s3cret-t0ken2",
        "Bearer S3CRET-T0KEN",
        "Bearer s3cret-t0ken s3cret-t0ken",
        "Basic s3cret-t0ken",
        "Bearers3cret-t0ken",
        "s3cret-t0ken",
        "Token s3cret-t0ken"
      })
  void another_authorization_is_refused(String authorization) {
    Answer answer = ServiceClient.get(service.at("/metrics"), "Authorization", authorization);
    assertEquals(401, answer.status());
    assertEquals("Bearer", answer.header("WWW-Authenticate").orElse(""));
    assertTrue(answer.text().startsWith("{\"error\":\"Send the service's token"), answer.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer   "})
  void the_scheme_is_written_in_any_case(String scheme) {
    assertEquals(
        200, ServiceClient.get(service.at("/metrics"), "Authorization", scheme + TOKEN).status());
  }

  @Test
  void a_token_of_other_case_is_another_one_on_the_same_connection() throws IOException {
    try (RawHttp connection = new RawHttp(service)) {
      String[] tokens = {TOKEN, "S3CRET-T0KEN", TOKEN, "S3cret-t0ken", TOKEN};
      String[] statuses = {"404", "401", "404", "401", "404"};
      for (int i = 0; i < tokens.length; i++) {
        connection.send(
            "HEAD /no-such-path HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + tokens[i]
                + "\r\n\r\n");
        assertEquals(statuses[i], connection.readHead().get(0).split(" ")[1], tokens[i]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/no-such-path",
        "/web/no-such-file.js",
        "/docs/x",
        "/extract-faces",
        "/health/",
        "/ready/x",
        "/HEALTH",
        "/x/../health",
        "//health",
        "/health;x=y",
        "/%68ealth"
      })
  void no_path_is_shown_without_the_token(String path) throws IOException {
    String status =
        RawHttp.head(service, "GET " + path + " HTTP/1.1", "Host: localhost").get(0).split(" ")[1];
    assertTrue(List.of("400", "401").contains(status), status);
  }

  @Test
  void the_pages_and_all_that_they_load_are_open() {
    Deque<String> waiting = new ArrayDeque<>(List.of("/", "/docs", "/redoc", "/openapi.json"));
    Set<String> seen = new HashSet<>();
    Pattern references = Pattern.compile("(?:(?:src|href)=|from )\"([^\"#:]+)\"");
    while (!waiting.isEmpty()) {
      String path = waiting.pop();
      if (!seen.add(path)) continue;
      Answer answer = ServiceClient.get(service.at(path));
      assertEquals(200, answer.status(), path);
      if (path.startsWith("/assets/") || path.endsWith(".json")) continue;
      references
          .matcher(answer.text())
          .results()
          .forEach(found -> waiting.add(URI.create(path).resolve(found.group(1)).getPath()));
    }
    assertTrue(seen.size() >= 25, seen::toString);
    assertTrue(seen.stream().anyMatch(path -> path.startsWith("/assets/")), seen::toString);
  }

  @Test
  void health_and_readiness_are_open() {
    assertEquals(200, ServiceClient.get(service.at("/health")).status());
    assertEquals(503, ServiceClient.get(service.at("/ready")).status());
    assertEquals(200, ServiceClient.send("HEAD", service.at("/health"), null).status());
  }

  @Test
  void the_answer_does_not_wait_for_the_body() throws IOException {
    List<String> head =
        RawHttp.head(
            service,
            "POST /extract-faces HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Content-Length: 100000000");
    assertEquals("HTTP/1.1 401 Unauthorized", head.get(0));
    assertTrue(head.contains("WWW-Authenticate: Bearer"), head::toString);
  }

  @Test
  void a_body_is_not_asked_for() throws IOException {
    List<String> head =
        RawHttp.head(
            service,
            "POST /extract-faces HTTP/1.1",
            "Host: localhost",
            "Expect: 100-continue",
            "Content-Type: application/json",
            "Content-Length: 100000000");
    assertEquals("HTTP/1.1 401 Unauthorized", head.get(0));
  }

  @Test
  void a_preflight_needs_no_token_and_opens_nothing() throws IOException {
    assertEquals(
        "HTTP/1.1 405 Method Not Allowed",
        RawHttp.head(
                service,
                "OPTIONS /extract-faces HTTP/1.1",
                "Host: localhost",
                "Origin: https://example.org",
                "Access-Control-Request-Method: POST")
            .get(0));
    assertEquals(
        "HTTP/1.1 401 Unauthorized",
        RawHttp.head(service, "OPTIONS /extract-faces HTTP/1.1", "Host: localhost").get(0));
    assertEquals(
        "HTTP/1.1 401 Unauthorized",
        RawHttp.head(
                service,
                "GET /metrics HTTP/1.1",
                "Host: localhost",
                "Origin: https://example.org",
                "Access-Control-Request-Method: GET")
            .get(0));
  }

  @Test
  void without_a_token_all_is_open() {
    try (RunningService open = RunningService.startUnready(Map.of("API_TOKEN", " "))) {
      assertEquals(200, ServiceClient.get(open.at("/metrics")).status());
      assertEquals(404, ServiceClient.get(open.at("/no-such-path")).status());
    }
  }
}
