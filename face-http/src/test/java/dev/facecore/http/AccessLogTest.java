package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessLogTest {
  private static final String NOTHING = " images=0 failed=0 faces=0 people=0 ms=\\d+\\.\\d";

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start(Map.of("API_TOKEN", "s3cret"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_request_is_one_line_with_its_numbers() throws InterruptedException {
    String body =
        "{\"images\":["
            + Photographs.element("obama.jpg")
            + ",{\"image_base64\":\"AAAA\"},"
            + Photographs.element("obama.jpg")
            + "]}";
    try (LogLines log = new LogLines("info")) {
      Answer answer = extract(body);
      assertEquals(200, answer.status());
      String id = answer.requestId();
      assertMatches(
          id
              + " POST /extract-faces 200 images=3 failed=1 faces=2 people=1 ms=\\d+\\.\\d bytes="
              + body.length(),
          log.await(Level.INFO, id));
      assertEquals(1, log.all().stream().filter(line -> line.contains(id)).count());
    }
  }

  @Test
  void a_threshold_that_is_too_low_is_named_with_one_that_fits() throws InterruptedException {
    try (LogLines log = new LogLines("info")) {
      String four = String.join(",", Collections.nCopies(4, Photographs.element("obama.jpg")));
      Answer answer = extract("{\"similarity_threshold\":0.01,\"images\":[" + four + "]}");
      String id = answer.requestId();
      assertMatches(
          id
              + " similarity_threshold 0\\.01 is low for 4 faces: expect \\d\\.\\d false matches if"
              + " all are strangers\\. 0\\.\\d{3} fits \\(false match rate 1e-01\\)\\.",
          log.await(Level.INFO, id + " similarity_threshold"));
      extract("{\"images\":[" + four + "]}");
      assertEquals(1, log.all().stream().filter(line -> line.contains("is low for")).count());
    }
  }

  @Test
  void debug_adds_the_stages_and_the_options() throws InterruptedException {
    try (LogLines log = new LogLines("debug")) {
      Answer answer =
          extract("{\"min_face_size\":33,\"images\":[" + Photographs.element("obama.jpg") + "]}");
      String line = log.await(Level.DEBUG, answer.requestId());
      assertMatches(
          "req_\\d{13} ms load=\\d+\\.\\d decode=\\d+\\.\\d detect=\\d+\\.\\d align=\\d+\\.\\d"
              + " embed=\\d+\\.\\d headshot=\\d+\\.\\d dedup=\\d+\\.\\d; .*minFaceSize=33.*",
          line);
    }
  }

  @Test
  void pages_scripts_icons_and_probes_are_told_at_debug_only() throws InterruptedException {
    List<String> paths =
        List.of(
            "/", "/web/main.js", "/web/icon.svg", "/docs", "/openapi.json", "/health", "/ready");
    try (LogLines log = new LogLines("debug")) {
      for (String path : paths) {
        Answer answer = ServiceClient.get(service.at(path));
        String line = log.await(Level.DEBUG, answer.requestId());
        assertTrue(line.contains(" GET " + path + " 200 "), line);
      }
      assertEquals(7, paths.size());
    }
  }

  @Test
  void refusals_carry_their_sentence() throws InterruptedException {
    try (LogLines log = new LogLines("info")) {
      assertRefused(log, authorized("GET", "/no-such-path"), "GET /no-such-path 404");
      assertRefused(log, authorized("PUT", "/health"), "PUT /health 405");
      assertRefused(log, ServiceClient.get(service.at("/metrics")), "GET /metrics 401");
      assertRefused(log, extract("{}"), "POST /extract-faces 400");
      assertRefused(
          log, extract("{\"images\":[{\"image_base64\":\"AAAA\"}]}"), "POST /extract-faces 400");
    }
  }

  private static void assertRefused(LogLines log, Answer answer, String start)
      throws InterruptedException {
    String line = log.await(Level.INFO, answer.requestId());
    String sentence = answer.text().replaceAll("\\{\"error\":\"([^\"]*)\".*", "$1");
    assertTrue(sentence.length() > 10, sentence);
    assertTrue(line.startsWith(answer.requestId() + " " + start + " images="), line);
    assertTrue(line.endsWith(" error=\"" + sentence + "\""), line);
  }

  @Test
  void what_the_web_server_refuses_has_its_line() throws Exception {
    try (LogLines log = new LogLines("info")) {
      List<String> head = RawHttp.head(service, "GET /%zz HTTP/1.1", "Host: localhost");
      String id = head.stream().filter(l -> l.startsWith("X-Request-Id")).findFirst().orElseThrow();
      String line = log.await(Level.INFO, id.substring("X-Request-Id: ".length()));
      assertMatches(
          "req_\\d{13} \\S+ \\S+ 400" + NOTHING + " bytes=0 error=\"The request cannot be read.*",
          line);
    }
  }

  @Test
  void nothing_private_is_written() throws InterruptedException {
    String body =
        "{\"images\":[{\"image_url\":\"http://127.0.0.1:1/private-path?key=private-query\"},"
            + Photographs.element("obama.jpg")
            + "]}";
    try (LogLines log = new LogLines("debug")) {
      Answer answer =
          ServiceClient.send(
              "POST",
              service.at("/extract-faces?%64etails=true"),
              body,
              "Content-Type",
              "application/json",
              "Authorization",
              "Bearer s3cret",
              "Cookie",
              "private-cookie");
      log.await(Level.DEBUG, answer.requestId());
      String all = String.join("\n", log.all());
      assertTrue(all.contains("images=2 failed=1 faces=1"), all);
      for (String secret :
          List.of(
              "private", "%64etails", "s3cret", "127.0.0.1", Photographs.element("obama.jpg"))) {
        assertTrue(!all.contains(secret), () -> secret + " in " + all);
      }
    }
  }

  @Test
  void what_callers_write_cannot_break_a_line() throws IOException, InterruptedException {
    try (LogLines log = new LogLines("info")) {
      assertOneLine(log, authorized("GET", "/a%0d%0aINFO%20forged%e2%80%a8"));
      assertOneLine(log, extract("{\"a\\r\\n\\u0085\\u2028\\u2029\\u001b[2Jforged\":1}"));
      try (RawHttp connection = new RawHttp(service)) {
        connection.send("GET /\u00e2\u0080\u00a8\u0085forged HTTP/1.1\r\nHost: localhost\r\n\r\n");
        connection.readHead();
        assertMatches("[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]*", log.await(Level.INFO, "req_"));
      }
    }
  }

  @Test
  void quotes_of_callers_stay_inside_the_quotes() throws InterruptedException {
    try (LogLines log = new LogLines("info")) {
      Answer answer = extract("{\"a\\\" b=\\\\\": 1}");
      assertMatches(
          ".* error=\"Unknown field 'a\\\\\" b=\\\\\\\\'.\"",
          log.await(Level.INFO, answer.requestId()));
    }
  }

  private static void assertOneLine(LogLines log, Answer answer) throws InterruptedException {
    String line = log.await(Level.INFO, answer.requestId());
    assertTrue(line.contains("forged"), line);
    assertMatches("[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]*", line);
  }

  private static Answer authorized(String method, String path) {
    return ServiceClient.send(method, service.at(path), null, "Authorization", "Bearer s3cret");
  }

  private static Answer extract(String body) {
    return ServiceClient.send(
        "POST",
        service.at("/extract-faces"),
        body,
        "Content-Type",
        "application/json",
        "Authorization",
        "Bearer s3cret");
  }

  private static void assertMatches(String pattern, String line) {
    assertTrue(line.matches(pattern), () -> "'" + line + "' against " + pattern);
  }
}
