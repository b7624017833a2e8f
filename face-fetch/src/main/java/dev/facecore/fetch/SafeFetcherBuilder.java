package dev.facecore.fetch;

import dev.facecore.internal.check.Require;
import dev.facecore.internal.fetch.FetchPolicy;
import dev.facecore.internal.fetch.FetchTimes;
import java.time.Duration;

/** Collects choices for a {@link SafeFetcher}; not thread-safe. */
public final class SafeFetcherBuilder {
  private static final long MOST_BYTES = Integer.MAX_VALUE - 16;
  private static final Duration LONGEST = Duration.ofDays(1);

  private boolean allowPrivateAddresses;
  private long maxBytes = 64L << 20;
  private int maxRedirects = 3;
  private Duration timeout = FetchTimes.DEFAULT.total();

  SafeFetcherBuilder() {}

  /**
   * Allows or refuses addresses of private networks and of this machine; they are refused unless
   * set.
   */
  public SafeFetcherBuilder allowPrivateAddresses(boolean allow) {
    allowPrivateAddresses = allow;
    return this;
  }

  /** Sets the size of the largest image that is read, in bytes; 64 MiB unless set. */
  public SafeFetcherBuilder maxBytes(long bytes) {
    Require.between("bytes", bytes, 1, MOST_BYTES);
    maxBytes = bytes;
    return this;
  }

  /** Sets how many redirects of one address are followed, 0 to 100, each checked; 3 unless set. */
  public SafeFetcherBuilder maxRedirects(int count) {
    Require.between("count", count, 0, 100);
    maxRedirects = count;
    return this;
  }

  /**
   * Sets the longest time that one address may take with its redirects, 1 ms to 1 day; 15 s unless
   * set. Of it, looking a host up and connecting to it may take 5 s each.
   */
  public SafeFetcherBuilder timeout(Duration longest) {
    Require.present("longest", longest);
    if (longest.compareTo(Duration.ofMillis(1)) < 0 || longest.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("longest must be between 1 ms and 1 day, got " + longest);
    }
    timeout = longest;
    return this;
  }

  /** Builds the fetcher; no connection is made before an address is fetched. */
  public SafeFetcher build() {
    return new SafeFetcher(
        FetchPolicy.of(allowPrivateAddresses, maxBytes)
            .with(FetchTimes.DEFAULT.withTotal(timeout), maxRedirects));
  }
}
