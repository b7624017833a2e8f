package dev.facecore.http.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogLineTest {
  private final Logger logger = new LoggerContext().getLogger("any");

  private String line(Level level, String message, Throwable failure, Object... values) {
    LoggingEvent event = new LoggingEvent("", logger, level, message, failure, values);
    event.setInstant(Instant.parse("2026-11-24T05:06:07Z"));
    return new LogLine().doLayout(event);
  }

  @Test
  void a_line_has_milliseconds_of_utc_the_level_and_the_message() {
    assertEquals(
        String.format("2026-11-24T05:06:07.000Z INFO  3 of 4%n"),
        line(Level.INFO, "{} of {}", null, 3, 4));
    assertEquals(
        String.format("2026-11-24T05:06:07.000Z ERROR gone%n"), line(Level.ERROR, "gone", null));
  }

  @Test
  void a_failure_is_followed_by_its_stack_trace_and_cause() {
    String text =
        line(
            Level.WARN,
            "no answer",
            new IllegalStateException("outer", new IllegalArgumentException("inner")));
    assertTrue(text.startsWith("2026-11-24T05:06:07.000Z WARN  no answer\n"), text);
    assertTrue(text.contains("\njava.lang.IllegalStateException: outer\n\tat dev.facecore"), text);
    assertTrue(text.contains("\nCaused by: java.lang.IllegalArgumentException: inner\n"), text);
    assertTrue(text.endsWith("\n"), text);
  }
}
