package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are refused before their body is read. */
class UnreadBodiesTest {
  private static final int THREADS = 250;

  /** More than a server of so many threads could wait for. */
  private static final int MANY = 300;

  private static RunningService service;

  @BeforeAll
  static void start() {
    service =
        RunningService.startUnready(
            Map.of("API_TOKEN", "s3cret", "MAX_CONCURRENT_REQUESTS", "1", "MAX_QUEUE", "0"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /metrics HTTP/1.1\r\nHost:x\r\nContent-Length: 9\r\n\r\n",
        "PUT /metrics HTTP/1.1\r\nHost:x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n"
      })
  void refusals_wait_on_no_thread(String head) throws IOException {
    List<RawHttp> connections = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        RawHttp connection = new RawHttp(service);
        connections.add(connection);
        connection.send(head);
      }
      try (RawHttp last = new RawHttp(service)) {
        last.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals("HTTP/1.1 200 OK", last.readHead().get(0));
      }
      RawHttp refused = connections.get(MANY - THREADS - 1);
      assertEquals("HTTP/1.1 401 Unauthorized", refused.readHead().get(0));
      refused.readBody();
      // Its body is still waited for, so /health was answered beside all of them.
      assertTrue(refused.isSilent());
    } finally {
      for (RawHttp connection : connections) connection.close();
    }
  }

  @Test
  void a_body_that_comes_after_its_refusal_is_dropped_and_the_connection_goes_on()
      throws IOException {
    try (RawHttp connection = new RawHttp(service)) {
      connection.send("POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
      assertEquals("HTTP/1.1 401 Unauthorized", connection.readHead().get(0));
      connection.readBody();
      connection.send("x".repeat(1_000_000) + "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
      assertEquals("HTTP/1.1 200 OK", connection.readHead().get(0));
    }
  }

  @Test
  void a_client_that_waits_to_be_asked_for_its_body_is_not_waited_for() throws IOException {
    try (RawHttp connection = new RawHttp(service)) {
      connection.send(
          "POST /metrics HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
      assertEquals("HTTP/1.1 401 Unauthorized", connection.readHead().get(0));
      connection.readBody();
      assertEquals("", connection.readRest());
    }
  }

  @Test
  void a_client_that_never_sends_its_body_is_left_after_a_while() throws IOException {
    try (RawHttp connection = new RawHttp(service)) {
      connection.send("POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n");
      assertEquals("HTTP/1.1 401 Unauthorized", connection.readHead().get(0));
      connection.readBody();
      assertEquals("", connection.readRest());
    }
  }
}
