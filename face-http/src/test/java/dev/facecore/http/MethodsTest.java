package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The method on the request line decides for token, CORS, router, log and metrics alike. */
class MethodsTest {
  private static final String TOKEN = "Authorization: Bearer s3cret";
  private static final String[] PREFLIGHT = {
    "Origin: https://example.org", "Access-Control-Request-Method: POST"
  };

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.startUnready(Map.of("API_TOKEN", "s3cret"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static List<String> head(String requestLine, String[] some, String... more)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(requestLine, "Host: localhost"));
    lines.addAll(List.of(some));
    lines.addAll(List.of(more));
    return RawHttp.head(service, lines.toArray(String[]::new));
  }

  private static String status(List<String> head) {
    return head.get(0).split(" ")[1];
  }

  @ParameterizedTest
  @CsvSource({
    "/extract-faces, X-HTTP-Method-Override, POST",
    "/extract-faces, x-http-method-override, POST",
    "/metrics, X-HTTP-Method-Override, GET",
    "/metrics, X-HTTP-Method, GET",
    "/metrics, X-Method-Override, GET",
    "/metrics?_method=GET, X-HTTP-Method-Override, GET",
    "/, X-HTTP-Method-Override, GET"
  })
  void a_preflight_runs_nothing_whatever_method_it_asks_for(
      String path, String header, String method) throws IOException {
    List<String> head =
        head(
            "OPTIONS " + path + " HTTP/1.1",
            PREFLIGHT,
            header + ": " + method,
            "Content-Type: application/json",
            "Content-Length: 0");
    assertEquals("405", status(head), head::toString);
  }

  @Test
  void the_method_of_the_request_line_is_run_logged_and_counted() throws Exception {
    try (LogLines log = new LogLines("info")) {
      List<String> head =
          head("GET /ready HTTP/1.1", new String[] {TOKEN}, "X-HTTP-Method-Override: DELETE");
      assertEquals("503", status(head));
      String id = head.stream().filter(l -> l.startsWith("X-Request-Id")).findFirst().orElseThrow();
      String line = log.await(Level.INFO, id.substring("X-Request-Id: ".length()));
      assertTrue(line.contains(" GET /ready 503 "), line);
    }
    String metrics =
        ServiceClient.get(service.at("/metrics"), "Authorization", "Bearer s3cret").text();
    assertTrue(metrics.contains("method=\"GET\",path=\"/ready\",status=\"503\""), metrics);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEFORE",
        "AFTER",
        "BEFORE_MATCHED",
        "AFTER_MATCHED",
        "WEBSOCKET_BEFORE_UPGRADE",
        "post",
        "Post",
        "TRACE",
        "QUERY",
        "UNKNOWN"
      })
  void any_other_method_is_a_wrong_one(String method) throws IOException {
    String line = method + " /extract-faces HTTP/1.1";
    assertEquals("405", status(head(line, new String[] {TOKEN}, "Content-Length: 0")));
    assertEquals("401", status(head(line, PREFLIGHT, "Content-Length: 0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"options", "Options", "OPTIONSX"})
  void only_the_real_options_is_a_preflight(String method) throws IOException {
    assertEquals("401", status(head(method + " /metrics HTTP/1.1", PREFLIGHT)));
  }

  @Test
  void the_start_of_a_web_socket_is_guarded_as_any_request() throws IOException {
    String[] upgrade = {
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };
    assertEquals("401", status(head("GET /metrics HTTP/1.1", upgrade)));
    assertEquals("200", status(head("GET /health HTTP/1.1", upgrade)));
  }
}
