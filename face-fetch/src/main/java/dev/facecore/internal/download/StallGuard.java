package dev.facecore.internal.download;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * Closes a stream when nothing has arrived for a while: a blocked read has no limit of its own.
 * Each guard has one thread, which ends with it.
 */
final class StallGuard implements AutoCloseable {
  private final Closeable stream;
  private final long limit;
  private final Thread thread;
  private volatile long lastSign = System.nanoTime();
  private volatile boolean hasStalled;

  StallGuard(Closeable stream, Duration limit) {
    this.stream = stream;
    this.limit = limit.toNanos();
    thread = new Thread(this::watch, "face-models-stall");
    thread.setDaemon(true);
    thread.start();
  }

  /** Something arrived. */
  void sign() {
    lastSign = System.nanoTime();
  }

  boolean hasStalled() {
    return hasStalled;
  }

  private void watch() {
    try {
      for (long left = limit; left > 0; left = limit - (System.nanoTime() - lastSign)) {
        Thread.sleep(Math.max(1, left / 1_000_000));
      }
      hasStalled = true;
      stream.close();
    } catch (InterruptedException | IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
