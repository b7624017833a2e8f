package dev.facecore.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.facecore.http.log.Logs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** What the service writes into its log while this is open. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final int SECONDS = 20;

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.facecore");
  private final Level before = logger.getLevel();
  private final BlockingQueue<ILoggingEvent> arriving = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();

  LogLines(String level) {
    Logs.setLevel(level);
    setContext(logger.getLoggerContext());
    start();
    logger.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    arriving.add(event);
  }

  /** Waits for the line at a level that holds a text. */
  String await(Level level, String text) throws InterruptedException {
    for (; ; ) {
      ILoggingEvent event = arriving.poll(SECONDS, TimeUnit.SECONDS);
      if (event == null) throw new AssertionError("no line with " + text + " among " + seen);
      seen.add(event.getFormattedMessage());
      if (event.getLevel() == level && event.getFormattedMessage().contains(text)) {
        return event.getFormattedMessage();
      }
    }
  }

  /** All lines so far. */
  List<String> all() {
    List<ILoggingEvent> rest = new ArrayList<>();
    arriving.drainTo(rest);
    rest.forEach(event -> seen.add(event.getFormattedMessage()));
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(before);
    stop();
  }
}
