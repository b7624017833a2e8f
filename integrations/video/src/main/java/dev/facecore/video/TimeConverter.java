package dev.facecore.video;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Times on a command line: a number and its unit, such as 500ms, 1.5s or 2m; up to a day. */
final class TimeConverter implements CommandLine.ITypeConverter<Duration> {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m)");
  private static final Map<String, Long> NANOS =
      Map.of("ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L);
  private static final Duration LEAST = Duration.ofMillis(1);
  private static final Duration MOST = Duration.ofDays(1);

  @Override
  public Duration convert(String text) {
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      BigDecimal nanos = new BigDecimal(time.group(1)).multiply(unit(time.group(2)));
      Duration duration = Duration.ofNanos(nanos.longValue());
      if (duration.compareTo(LEAST) >= 0 && duration.compareTo(MOST) <= 0) return duration;
    }
    throw new CommandLine.TypeConversionException(
        "give a time from 1ms to a day, such as 500ms, 1.5s or 2m, not '" + text + "'");
  }

  private static BigDecimal unit(String name) {
    return BigDecimal.valueOf(NANOS.get(name));
  }
}
