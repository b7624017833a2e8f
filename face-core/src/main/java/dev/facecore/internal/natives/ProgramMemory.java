package dev.facecore.internal.natives;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps a program's memory near what is in use: the heap, and what native code has freed ({@link
 * NativeHeap}). Java begins with a heap of a 64th of the machine's memory, enlarges it whenever
 * much is thrown away in a short time, as images, bodies and answers are, up to a quarter, and
 * hardly gives any of it back. A full collection cuts it down again; with little in use it takes a
 * few hundredths of a second. Flags of the JVM would do so only where programs are started with
 * them.
 *
 * <p>It concerns the whole process, so that only programs call it, never the library. Thread-safe.
 */
public final class ProgramMemory {
  private static final long LEAST = 64L << 20;

  private static final AtomicBoolean COLLECTING = new AtomicBoolean();
  private static volatile long limit;

  private ProgramMemory() {}

  /**
   * To be called at the start and after each piece of work; does nothing nearly always, and nothing
   * on this thread.
   */
  public static void trim() {
    trim(LEAST);
  }

  /**
   * The same for work that leaves more garbage in a short time, and would be slowed down.
   *
   * @param least the heap, in bytes, that is left as it is
   */
  public static void trim(long least) {
    NativeHeap.trim();
    if (Runtime.getRuntime().totalMemory() <= Math.max(least, limit)) return;
    if (COLLECTING.compareAndSet(false, true)) {
      ForkJoinPool.commonPool().execute(ProgramMemory::collect);
    }
  }

  private static void collect() {
    try {
      System.gc();
      // Twice what is left, for it may be in use, or the collector may be one that keeps its heap.
      limit = 2 * Runtime.getRuntime().totalMemory();
    } finally {
      COLLECTING.set(false);
    }
  }
}
