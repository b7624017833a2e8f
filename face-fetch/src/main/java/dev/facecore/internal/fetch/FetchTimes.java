package dev.facecore.internal.fetch;

import java.time.Duration;

/**
 * How long a fetch and its steps may take; each 1 ms to 1 day.
 *
 * @param lookup for finding the IP addresses of one host, waiting for other lookups included
 * @param connect for connecting to one host, all of its addresses together
 * @param rate within which a body must bring as many seconds' worth of the least rate
 * @param total for one address with its redirects; waiting for a free place at a host is not
 *     counted
 */
public record FetchTimes(Duration lookup, Duration connect, Duration rate, Duration total) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /** 5 s to look up, 5 s to connect, the rate looked at every 5 s, 15 s in all. */
  public static final FetchTimes DEFAULT =
      new FetchTimes(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15));

  public FetchTimes {
    limit("lookup", lookup);
    limit("connect", connect);
    limit("rate", rate);
    limit("total", total);
  }

  /** The same, but for the whole. */
  public FetchTimes withTotal(Duration changed) {
    return new FetchTimes(lookup, connect, rate, changed);
  }

  private static void limit(String name, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + " must be between 1 ms and 1 day, got " + value);
    }
  }

  /** In seconds, as messages write it. */
  static String seconds(Duration time) {
    return String.valueOf(time.toMillis() / 1000.0).replaceFirst("\\.0$", "");
  }
}
