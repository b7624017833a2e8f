package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.ImageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** Fetchers for tests, with short limits. */
final class Fetchers {
  static final int MAX_BYTES = 100_000;

  private Fetchers() {}

  /** May reach this machine; 10 s in all, for tests that do not wait for the end of the time. */
  static ImageFetcher local() {
    return new ImageFetcher(policy(true, 10_000));
  }

  /** May reach this machine, and gives up after 300 ms. */
  static ImageFetcher hasty() {
    return new ImageFetcher(policy(true, 300));
  }

  static ImageFetcher of(FetchPolicy policy, HostResolver resolver, Connector connector) {
    return of(policy, resolver, connector, OwnAddresses.SYSTEM);
  }

  static ImageFetcher of(
      FetchPolicy policy, HostResolver resolver, Connector connector, OwnAddresses.Source own) {
    return new ImageFetcher(
        policy, resolver, connector, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), own);
  }

  static FetchPolicy policy(boolean allowPrivate, long totalMillis) {
    return policy(allowPrivate, times(totalMillis));
  }

  static FetchPolicy policy(boolean allowPrivate, FetchTimes times) {
    return new FetchPolicy(allowPrivate, MAX_BYTES, times, 3, 6, 16);
  }

  /** Where the total time is the first to end. */
  static FetchTimes times(long totalMillis) {
    Duration total = Duration.ofMillis(totalMillis);
    return new FetchTimes(total, total, total.multipliedBy(2), total);
  }

  static InetAddress ip(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new AssertionError(literal, e);
    }
  }

  /** The sentence with which an address fails; it must be fit to be shown. */
  static String failure(ImageFetcher fetcher, String address) {
    String message =
        assertThrows(
                ImageException.class, () -> fetcher.fetch(address, Deadline.unlimited()), address)
            .getMessage();
    assertTrue(
        message.matches("(The|No|Port) [^\n]+\\.")
            && !message.matches(".*(Exception|java|\\d\\.\\d+\\.).*"),
        message);
    return message;
  }
}
