package dev.facecore.http.observe;

import dev.facecore.StageTimes;
import dev.facecore.StageTimes.Stage;
import dev.facecore.http.exchange.Work;
import dev.facecore.http.log.LogText;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request; at DEBUG for what is only looked at. It holds numbers, the path and our own
 * sentences: never the query, a header, an address of a image or a image.
 */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final double NANOS_PER_MILLI = 1e6;

  private AccessLog() {}

  static void write(FinishedRequest request) {
    if (isRoutine(request)) LOG.debug("{}", line(request));
    else LOG.info("{}", line(request));
    Work work = request.outcome().work();
    if (LOG.isDebugEnabled() && work != Work.NONE) {
      LOG.debug("{} {}; {}", request.id(), millis(work.times()), work.options());
    }
  }

  /** Pages with what they load, probes and metrics: all that is asked for again and again. */
  private static boolean isRoutine(FinishedRequest request) {
    boolean isDone =
        request.status() > 0 && request.status() < 400 && request.outcome().error().isEmpty();
    return isDone && !request.method().equals("POST");
  }

  private static String millis(StageTimes times) {
    return String.format(
        Locale.ROOT,
        "ms load=%.1f decode=%.1f detect=%.1f align=%.1f embed=%.1f headshot=%.1f dedup=%.1f",
        millis(times.of(Stage.LOAD)),
        millis(times.of(Stage.DECODE)),
        millis(times.of(Stage.DETECT)),
        millis(times.of(Stage.ALIGN)),
        millis(times.of(Stage.EMBED)),
        millis(times.of(Stage.HEADSHOT)),
        millis(times.of(Stage.DEDUP)));
  }

  private static double millis(Duration time) {
    return time.toNanos() / NANOS_PER_MILLI;
  }

  private static String line(FinishedRequest request) {
    Work work = request.outcome().work();
    String line =
        String.format(
            Locale.ROOT,
            "%s %s %s %d images=%d failed=%d faces=%d people=%d ms=%.1f bytes=%d",
            request.id(),
            LogText.oneLine(request.method()),
            LogText.oneLine(request.path()),
            request.status(),
            work.images(),
            work.failed(),
            work.faces(),
            work.people(),
            request.nanos() / NANOS_PER_MILLI,
            request.bytes());
    return request
        .outcome()
        .error()
        .map(error -> line + " error=" + LogText.quoted(error))
        .orElse(line);
  }
}
