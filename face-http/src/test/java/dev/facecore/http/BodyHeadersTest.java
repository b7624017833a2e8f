package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the headers say of a body, before any of it is read. A request that may go on gets 503. */
class BodyHeadersTest {
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.startUnready(Map.of("MAX_REQUEST_BYTES", "1000"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String answer(String... headers) throws IOException {
    try (RawClient client = new RawClient(service)) {
      client.send(
          "POST /extract-faces HTTP/1.1\r\nHost: x\r\n"
              + String.join("\r\n", headers)
              + "\r\n\r\n");
      return client.readAll();
    }
  }

  private static String status(String answer) {
    return answer.split(" ", 3)[1];
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "99999999999", "9223372036854775807"})
  void a_length_over_the_limit_is_refused_at_once(String length) throws IOException {
    String answer = answer("Content-Type: application/json", "Content-Length: " + length);
    assertEquals("413", status(answer), answer);
    assertTrue(answer.contains("The request is larger than the limit of 1000 bytes"), answer);
  }

  @ParameterizedTest
  @CsvSource({"1000, 503", "0, 503", "99999999999999999999999, 400", "-1, 400", "1e3, 400"})
  void another_length_is_not(String length, String status) throws IOException {
    assertEquals(
        status, status(answer("Content-Type: application/json", "Content-Length: " + length)));
  }

  @Test
  void a_length_over_the_limit_is_not_asked_for() throws IOException {
    assertEquals(
        "413",
        status(
            answer(
                "Content-Type: application/json", "Expect: 100-continue", "Content-Length: 1001")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\"",
        "application/json; charset=nonsense",
        "application/json; charset=\"\"",
        "application/json; charset=",
        "application/json; charset",
        "application/json; charset=../@",
        "application/json;",
        "image/jpeg",
        "image/svg+xml; charset=nonsense",
        "application/octet-stream",
        "multipart/form-data; boundary=b; charset=nonsense",
        "multipart/form-data;boundary=\"b b\""
      })
  void the_three_kinds_have_no_charset(String type) throws IOException {
    assertEquals("503", status(answer("Content-Type: " + type, "Content-Length: 2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain; charset=nonsense",
        "charset=nonsense",
        "",
        "application/jsonx",
        "image",
        "multipart/related; boundary=b",
        "application/x-www-form-urlencoded"
      })
  void another_type_is_refused(String type) throws IOException {
    assertEquals("415", status(answer("Content-Type: " + type, "Content-Length: 2")));
  }

  @ParameterizedTest
  @CsvSource({"gzip, 415", "br, 415", "nonsense, 415", "identity, 503"})
  void an_encoded_body_is_refused(String encoding, String status) throws IOException {
    assertEquals(
        status,
        status(
            answer(
                "Content-Type: application/json",
                "Content-Encoding: " + encoding,
                "Content-Length: 2")));
  }
}
