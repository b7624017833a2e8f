package dev.facecore.http;

import dev.facecore.internal.natives.NativeHeap;

/**
 * Keeps the heap near what is in use, and native memory too: {@link NativeHeap}. Java enlarges it
 * whenever much is thrown away in a short time, as bodies and answers are, up to a quarter of the
 * machine's memory, and hardly gives any of it back. A full collection cuts it down again; with
 * little in use it takes a few hundredths of a second. Thread-safe.
 */
final class SmallHeap {
  private static final long LEAST = 64L << 20;

  private final Runtime runtime = Runtime.getRuntime();
  private long limit = LEAST;

  /** To be called after each request; does nothing nearly always. */
  void trim() {
    NativeHeap.trim();
    if (runtime.totalMemory() > LEAST) collect();
  }

  private synchronized void collect() {
    if (runtime.totalMemory() <= limit) return;
    System.gc();
    // Twice what is left: it may be in use by other requests.
    limit = Math.max(LEAST, 2 * runtime.totalMemory());
  }
}
