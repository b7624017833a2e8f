package dev.facecore.internal.natives;

/**
 * How long each thread has been inside networks and picture codecs: what is left of a picture's
 * time is ours to shorten.
 */
public final class NativeTime {
  private static final ThreadLocal<long[]> NANOS = ThreadLocal.withInitial(() -> new long[1]);

  private NativeTime() {}

  /** Counts a piece of native work for the calling thread; native work within it counts once. */
  public static <T, E extends Exception> T count(Work<T, E> work) throws E {
    long[] nanos = NANOS.get();
    long before = nanos[0];
    long start = System.nanoTime();
    try {
      return work.run();
    } finally {
      nanos[0] = before + System.nanoTime() - start;
    }
  }

  /** The calling thread's nanoseconds since it began. */
  public static long ofThisThread() {
    return NANOS.get()[0];
  }

  /** Native work. */
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }
}
