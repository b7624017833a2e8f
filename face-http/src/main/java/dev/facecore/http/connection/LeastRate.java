package dev.facecore.http.connection;

import java.time.Duration;

/**
 * How fast a client must send or take at least.
 *
 * @param bytesPerSecond on average over each window
 * @param window how long a client may pause and catch up
 */
public record LeastRate(long bytesPerSecond, Duration window) {
  /** What the service asks of uploads and of readers of answers. */
  public static final LeastRate OF_THE_SERVICE = new LeastRate(4096, Duration.ofSeconds(10));

  public LeastRate {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException("bytesPerSecond must be positive, got " + bytesPerSecond);
    }
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window must be positive, got " + window);
    }
  }

  /** How many bytes each window must bring. */
  long bytesPerWindow() {
    return Math.max(1, bytesPerSecond * window.toMillis() / 1000);
  }
}
