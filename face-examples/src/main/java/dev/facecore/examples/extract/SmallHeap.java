package dev.facecore.examples.extract;

import dev.facecore.internal.natives.NativeHeap;

/**
 * Keeps the heap near what is in use, and native memory too: {@link NativeHeap}. Java begins with a
 * heap of a 64th of the machine's memory and enlarges it whenever much is thrown away in a short
 * time, up to a quarter; pictures that are read and forgotten need neither. A full collection cuts
 * the heap down again and takes a few hundredths of a second while little is in use. Not
 * thread-safe.
 */
final class SmallHeap {
  private static final long LEAST = 96L << 20;

  private final Runtime runtime = Runtime.getRuntime();
  private long limit = LEAST;

  /** To be called after each piece of work; does nothing nearly always. */
  void trim() {
    NativeHeap.trim();
    if (runtime.totalMemory() <= limit) return;
    System.gc();
    // Twice what is left, for it may be in use, or the collector may be one that keeps its heap.
    limit = Math.max(LEAST, 2 * runtime.totalMemory());
  }
}
