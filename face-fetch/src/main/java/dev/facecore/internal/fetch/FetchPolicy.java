package dev.facecore.internal.fetch;

import dev.facecore.internal.check.Require;

/**
 * What a fetch may reach and use up.
 *
 * @param allowPrivateAddresses whether hosts are reached whatever their IP address is
 * @param maxBytes the longest body that is read, 1 to 2<sup>31</sup> - 9
 * @param times how long each step may take
 * @param maxRedirects 0 or more
 * @param maxParallelPerHost fetches at once from one host and from one IP address, at least 1
 * @param maxParallel fetches at once, at least 1
 */
public record FetchPolicy(
    boolean allowPrivateAddresses,
    long maxBytes,
    FetchTimes times,
    int maxRedirects,
    int maxParallelPerHost,
    int maxParallel) {

  public FetchPolicy {
    Require.between("maxBytes", maxBytes, 1, Integer.MAX_VALUE - 8);
    Require.present("times", times);
    Require.between("maxRedirects", maxRedirects, 0, 100);
    Require.between("maxParallelPerHost", maxParallelPerHost, 1, 1024);
    Require.between("maxParallel", maxParallel, 1, 1024);
  }

  /**
   * 3 redirects, 12 fetches at once from one host and 32 in all, of which one job gets at most half
   * (see {@link ImageFetcher#fetch}).
   */
  public static FetchPolicy of(boolean allowPrivateAddresses, long maxBytes) {
    return new FetchPolicy(allowPrivateAddresses, maxBytes, FetchTimes.DEFAULT, 3, 12, 32);
  }

  /** The same, but for times and redirects. */
  public FetchPolicy with(FetchTimes otherTimes, int otherRedirects) {
    return new FetchPolicy(
        allowPrivateAddresses,
        maxBytes,
        otherTimes,
        otherRedirects,
        maxParallelPerHost,
        maxParallel);
  }
}
