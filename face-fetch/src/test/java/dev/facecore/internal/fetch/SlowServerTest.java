package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.facecore.Deadline;
import dev.facecore.ImageException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What slow servers cost before the total time ends them. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowServerTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private RawServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void a_body_that_trickles_ends_long_before_the_total_time() {
    FetchTimes times =
        new FetchTimes(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofHours(1));
    String tooSlow =
        "The image arrives more slowly than 1 KiB a second; try again, or send the image"
            + " itself.";
    server.on("/drip", MisbehavingServerTest.drip(OK + "Content-Length: 50000\r\n\r\n", "x"));
    server.on(
        "/chunks",
        MisbehavingServerTest.drip(OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"));
    server.on(
        "/silent",
        (in, out) -> {
          out.write((OK + "Content-Length: 50000\r\n\r\nxx").getBytes());
          in.read();
        });
    try (ImageFetcher patient = new ImageFetcher(Fetchers.policy(true, times))) {
      for (String path : new String[] {"/drip", "/chunks", "/silent"}) {
        assertEquals(tooSlow, Fetchers.failure(patient, server.url(path)), path);
      }
    }
    assertEquals(3, server.connections());
  }

  @Test
  void a_host_that_is_slow_six_times_is_not_asked_again_by_the_same_job() {
    server.on("/silent", (in, out) -> in.read());
    server.on("/good", OK + "\r\npicture");
    Deadline job = Deadline.unlimited();
    FetchTimes times = Fetchers.times(150);
    try (ImageFetcher quick = new ImageFetcher(Fetchers.policy(true, times))) {
      for (int i = 0; i < 5; i++) {
        assertThrows(ImageException.class, () -> quick.fetch(server.url("/silent"), job));
      }
      quick.fetch(server.url("/good"), job); // and all is forgotten
      for (int i = 0; i < 6; i++) {
        assertThrows(ImageException.class, () -> quick.fetch(server.url("/silent"), job));
      }
      assertEquals(12, server.connections());
      String message =
          assertThrows(ImageException.class, () -> quick.fetch(server.url("/good"), job))
              .getMessage();
      assertEquals(
          "The host of the address did not deliver 6 other images in time; try again later, or"
              + " send the image itself.",
          message);
      assertEquals(12, server.connections());
      quick.fetch(server.url("/good"), Deadline.unlimited()); // another job
    }
  }

  @Test
  void bytes_that_come_one_by_one_are_left_to_gather() throws IOException {
    AtomicInteger pauses = new AtomicInteger();
    byte[] bytes = new byte[1000];
    InputStream single =
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public int read(byte[] into, int at, int most) throws IOException {
            return super.read(into, at, 1);
          }
        };
    assertEquals(1000, new PacedInput(single, pauses::incrementAndGet).readNBytes(2000).length);
    assertEquals(1000, pauses.getAndSet(0));
    InputStream ordinary = new PacedInput(new ByteArrayInputStream(bytes), pauses::incrementAndGet);
    assertEquals(1000, ordinary.readNBytes(2000).length);
    assertEquals(0, pauses.get());
  }
}
