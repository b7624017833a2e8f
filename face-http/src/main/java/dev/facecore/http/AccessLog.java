package dev.facecore.http;

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
      LOG.debug("{} {} nanoseconds, {}", request.id(), work.times(), work.options());
    }
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
        .map(error -> line + " error=\"" + LogText.oneLine(error) + '"')
        .orElse(line);
  }
}
