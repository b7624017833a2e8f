package dev.facecore.http.exchange;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Names requests {@code req_} + milliseconds since 1970; within one millisecond the next free
 * number. Thread-safe.
 */
public final class RequestIds {
  private final AtomicLong last = new AtomicLong();

  public String next() {
    long now = System.currentTimeMillis();
    return "req_" + last.updateAndGet(used -> Math.max(used + 1, now));
  }
}
