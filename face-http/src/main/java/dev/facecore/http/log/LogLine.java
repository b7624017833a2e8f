package dev.facecore.http.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.LayoutBase;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Time in UTC with milliseconds, level, message, and the stack trace where there is one. In code,
 * for logback's patterns load a hundred classes.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder();
    TIME.formatTo(event.getInstant(), line);
    line.append(' ').append(event.getLevel());
    // Names of levels have four or five letters.
    if (event.getLevel().toString().length() < 5) line.append(' ');
    line.append(' ').append(event.getFormattedMessage()).append(CoreConstants.LINE_SEPARATOR);
    if (event.getThrowableProxy() != null) {
      line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()))
          .append(CoreConstants.LINE_SEPARATOR);
    }
    return line.toString();
  }
}
