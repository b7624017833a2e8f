package dev.facecore.http;

import dev.facecore.StageTimes;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request. It holds numbers, the path and our own sentences: never the query, a
 * header, an address of a picture or a picture.
 */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final double NANOS_PER_MILLI = 1e6;

  private AccessLog() {}

  static void write(FinishedRequest request) {
    LOG.info("{}", line(request));
    Work work = request.outcome().work();
    if (LOG.isDebugEnabled() && work != Work.NONE) {
      LOG.debug("{} {}; {}", request.id(), millis(work.times()), work.options());
    }
  }

  private static String millis(StageTimes times) {
    return String.format(
        Locale.ROOT,
        "ms load=%.1f decode=%.1f detect=%.1f align=%.1f embed=%.1f headshot=%.1f dedup=%.1f",
        times.load() / NANOS_PER_MILLI,
        times.decode() / NANOS_PER_MILLI,
        times.detect() / NANOS_PER_MILLI,
        times.align() / NANOS_PER_MILLI,
        times.embed() / NANOS_PER_MILLI,
        times.headshot() / NANOS_PER_MILLI,
        times.dedup() / NANOS_PER_MILLI);
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
