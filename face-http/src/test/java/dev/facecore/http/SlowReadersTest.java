package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import dev.facecore.http.connection.LeastRate;
import dev.facecore.http.settings.Build;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that do not take their answers. */
class SlowReadersTest {
  /** More than the server's threads beside its places. */
  private static final int MANY = 80;

  private static final String PAGE =
      "GET /assets/redoc/"
          + Build.redoc()
          + "/bundles/redoc.standalone.js HTTP/1.1\r\nHost: x\r\n\r\n";

  private static final Map<String, String> FEW_PLACES =
      Map.of("MAX_CONCURRENT_REQUESTS", "1", "MAX_QUEUE", "0");

  @Test
  void they_hold_no_thread() throws IOException {
    List<RawHttp> readers = new ArrayList<>();
    try (RunningService service = RunningService.startUnready(FEW_PLACES)) {
      for (int i = 0; i < MANY; i++) {
        RawHttp reader = new RawHttp(service, 4096);
        readers.add(reader);
        reader.send(PAGE);
        assertEquals("HTTP/1.1 200 OK", reader.readHead().get(0));
      }
      assertEquals(200, ServiceClient.get(service.at("/health")).status());
      for (RawHttp reader : readers) reader.close();
    }
  }

  @Test
  void one_slower_than_the_least_rate_is_cut() throws Exception {
    LeastRate least = new LeastRate(1_000_000, Duration.ofMillis(300));
    try (RunningService service = RunningService.startUnready(FEW_PLACES, least);
        LogLines log = new LogLines("info");
        RawHttp reader = new RawHttp(service, 4096)) {
      reader.send(PAGE);
      String line = log.await(Level.INFO, "GET /assets/redoc");
      assertTrue(
          line.endsWith(
              "error=\"The answer was cut: the client read less than 1000000 bytes a second.\""),
          line);
      // Nor is the rest kept for it in the system's buffers.
      assertThrows(IOException.class, reader::readRest);
    }
  }

  @Test
  void one_that_is_fast_enough_gets_all_of_it() throws Exception {
    LeastRate least = new LeastRate(1_000, Duration.ofMillis(100));
    try (RunningService service = RunningService.startUnready(FEW_PLACES, least);
        RawHttp reader = new RawHttp(service, 4096)) {
      reader.send(PAGE);
      reader.readHead();
      assertTrue(reader.readBody().length() > 500_000);
    }
  }
}
