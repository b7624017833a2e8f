package dev.facecore.internal.fetch;

import java.time.Duration;

/**
 * What a fetch may reach and use up.
 *
 * @param allowPrivateAddresses whether hosts are reached whatever their IP address is
 * @param maxBytes the longest body that is read, 1 to 2<sup>31</sup> - 9
 * @param connectLimit for connecting to one host, all of its addresses together; at least 1 ms
 * @param totalLimit for one address with its redirects, name lookups included, waiting for a free
 *     place not included; at least 1 ms
 * @param maxRedirects 0 or more
 * @param maxParallelPerHost fetches from one host at once, at least 1
 * @param maxParallel fetches at once, at least 1
 */
public record FetchPolicy(
    boolean allowPrivateAddresses,
    long maxBytes,
    Duration connectLimit,
    Duration totalLimit,
    int maxRedirects,
    int maxParallelPerHost,
    int maxParallel) {
  private static final Duration LONGEST = Duration.ofDays(1);

  public FetchPolicy {
    between("maxBytes", maxBytes, 1, Integer.MAX_VALUE - 8);
    limit("connectLimit", connectLimit);
    limit("totalLimit", totalLimit);
    between("maxRedirects", maxRedirects, 0, 100);
    between("maxParallelPerHost", maxParallelPerHost, 1, 1024);
    between("maxParallel", maxParallel, 1, 1024);
  }

  /** 5 s to connect, 15 s in all, 3 redirects, 6 fetches at once from one host and 16 in all. */
  public static FetchPolicy of(boolean allowPrivateAddresses, long maxBytes) {
    return new FetchPolicy(
        allowPrivateAddresses, maxBytes, Duration.ofSeconds(5), Duration.ofSeconds(15), 3, 6, 16);
  }

  private static void between(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be between " + least + " and " + most + ", got " + value);
    }
  }

  private static void limit(String name, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + " must be between 1 ms and 1 day, got " + value);
    }
  }
}
