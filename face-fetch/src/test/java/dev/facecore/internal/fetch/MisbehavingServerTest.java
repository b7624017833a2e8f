package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.internal.fetch.RawServer.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that are slow, endless or silent cost the time and the bytes of the policy, no more. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MisbehavingServerTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String TOO_SLOW =
      "The image did not arrive within 0.3 s; try again, or send the image itself.";

  private RawServer server;
  private ImageFetcher fetcher;
  private ImageFetcher hasty;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
    fetcher = Fetchers.local();
    hasty = Fetchers.hasty();
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    hasty.close();
    server.close();
  }

  @Test
  void a_slow_drip_ends_with_the_total_time() {
    server.on("/body", drip(OK + "Content-Length: 50000\r\n\r\n", "x"));
    server.on("/head", drip(OK + "X-Drip: ", "x"));
    server.on("/chunks", drip(OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"));
    for (String path : new String[] {"/body", "/head", "/chunks"}) assertTooSlow(path);
  }

  @Test
  void a_server_that_never_answers_ends_with_the_total_time() {
    server.on("/silent", (in, out) -> in.read());
    assertTooSlow("/silent");
  }

  @Test
  void redirects_share_one_total_time() {
    Script half =
        (in, out) -> {
          TimeUnit.MILLISECONDS.sleep(120); // slow is what this server is
          out.write("HTTP/1.1 302 X\r\nLocation: /half\r\n\r\n".getBytes());
        };
    server.on("/half", half);
    assertTooSlow("/half");
    assertTrue(server.connections() <= 3, "connections " + server.connections());
  }

  @Test
  void an_endless_body_stops_at_the_limit() {
    String large = "The image is larger than the limit of 100000 bytes; send a smaller one.";
    String chunk = "3e8\r\n" + "x".repeat(1000) + "\r\n";
    server.on("/plain", endless(OK + "\r\n", "x".repeat(1000)));
    server.on("/chunked", endless(OK + "Transfer-Encoding: chunked\r\n\r\n", chunk));
    assertEquals(large, Fetchers.failure(fetcher, server.url("/plain")));
    assertEquals(large, Fetchers.failure(fetcher, server.url("/chunked")));
  }

  @Test
  void a_stated_length_over_the_limit_is_refused_before_the_body() {
    server.on(
        "/large",
        (in, out) -> {
          out.write((OK + "Content-Length: 100001\r\n\r\n").getBytes());
          in.read();
        });
    assertTrue(Fetchers.failure(fetcher, server.url("/large")).contains("larger than the limit"));
  }

  @Test
  void endless_headers_and_lines_are_refused() {
    server.on("/fields", endless(OK, "A: b\r\n"));
    server.on("/line", endless(OK + "A: ", "b".repeat(100)));
    server.on("/status", endless("HTTP/1.1 200 ", "b".repeat(100)));
    server.on("/interim", endless("", "HTTP/1.1 100 Continue\r\n\r\n"));
    server.on("/extension", endless(OK + "Transfer-Encoding: chunked\r\n\r\n1;", "b"));
    server.on("/trailers", endless(OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "A: b\r\n"));
    int refused = 0;
    for (String path :
        new String[] {"/fields", "/line", "/status", "/interim", "/extension", "/trailers"}) {
      String message = Fetchers.failure(fetcher, server.url(path));
      assertTrue(message.contains("not proper HTTP"), path + ": " + message);
      refused++;
    }
    assertEquals(refused, server.connections());
  }

  @Test
  void a_false_length_is_an_early_end_or_the_stated_bytes() {
    server.on("/long", OK + "Content-Length: 8\r\n\r\npicture");
    server.on("/short", OK + "Content-Length: 4\r\n\r\npicture");
    server.on("/chunk", OK + "Transfer-Encoding: chunked\r\n\r\n8\r\npicture\r\n0\r\n\r\n");
    server.on("/nothing", "");
    String early = "The server's answer ends early; try again, or send the image itself.";
    assertEquals(early, Fetchers.failure(fetcher, server.url("/long")));
    assertEquals(early, Fetchers.failure(fetcher, server.url("/nothing")));
    assertTrue(Fetchers.failure(fetcher, server.url("/chunk")).contains("not proper HTTP"));
    assertArrayEquals("pict".getBytes(), fetcher.fetch(server.url("/short"), Deadline.unlimited()));
  }

  @Test
  void a_deadline_cancelled_in_the_middle_closes_the_connection_at_once() throws Exception {
    CountDownLatch halfway = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    server.on(
        "/half",
        (in, out) -> {
          out.write((OK + "Content-Length: 100\r\n\r\nhalf").getBytes());
          halfway.countDown();
          if (in.read() < 0) gone.countDown();
        });
    Deadline deadline = Deadline.unlimited();
    var threads = Executors.newSingleThreadExecutor();
    try {
      var fetch = threads.submit(() -> fetcher.fetch(server.url("/half"), deadline));
      assertTrue(halfway.await(5, TimeUnit.SECONDS));
      assertFalse(fetch.isDone());
      deadline.cancel();
      var thrown = assertThrows(ExecutionException.class, () -> fetch.get(1, TimeUnit.SECONDS));
      assertEquals(DeadlineException.class, thrown.getCause().getClass());
      assertEquals("The work was cancelled.", thrown.getCause().getMessage());
      assertTrue(gone.await(1, TimeUnit.SECONDS), "the server still has its client");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_deadline_that_passes_says_which_limit_it_was() {
    server.on("/silent", (in, out) -> in.read());
    var thrown =
        assertThrows(
            DeadlineException.class,
            () -> fetcher.fetch(server.url("/silent"), Deadline.after(Duration.ofMillis(200))));
    assertEquals("The time limit of 0.2 s passed.", thrown.getMessage());
    Deadline over = Deadline.unlimited();
    over.cancel();
    assertThrows(DeadlineException.class, () -> fetcher.fetch(server.url("/silent"), over));
    assertEquals(1, server.connections());
  }

  @Test
  void closing_the_fetcher_ends_a_fetch_under_way() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.on(
        "/silent",
        (in, out) -> {
          asked.countDown();
          in.read();
        });
    var threads = Executors.newSingleThreadExecutor();
    try {
      var fetch = threads.submit(() -> fetcher.fetch(server.url("/silent"), Deadline.unlimited()));
      assertTrue(asked.await(5, TimeUnit.SECONDS));
      fetcher.close();
      var thrown = assertThrows(ExecutionException.class, () -> fetch.get(1, TimeUnit.SECONDS));
      assertEquals(DeadlineException.class, thrown.getCause().getClass());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_resolver_that_hangs_ends_with_the_total_time() {
    CountDownLatch never = new CountDownLatch(1);
    HostResolver hanging =
        name -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new InetAddress[0];
        };
    try (ImageFetcher stuck = Fetchers.of(Fetchers.policy(false, 300), hanging, Connector.TCP)) {
      assertEquals(TOO_SLOW, Fetchers.failure(stuck, "http://a.example/"));
    } finally {
      never.countDown();
    }
  }

  private void assertTooSlow(String path) {
    long start = System.nanoTime();
    assertEquals(TOO_SLOW, Fetchers.failure(hasty, server.url(path)), path);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertTrue(millis >= 250 && millis < 2000, path + " took " + millis + " ms");
  }

  static Script drip(String start, String drop) {
    return (in, out) -> {
      out.write(start.getBytes());
      while (true) {
        out.write(drop.getBytes());
        TimeUnit.MILLISECONDS.sleep(20); // slow is what this server is
      }
    };
  }

  private static Script endless(String start, String more) {
    return (in, out) -> {
      out.write(start.getBytes());
      while (true) out.write(more.getBytes());
    };
  }
}
