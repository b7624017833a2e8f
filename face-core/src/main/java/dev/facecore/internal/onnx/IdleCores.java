package dev.facecore.internal.onnx;

import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Tells the networks how many cores the work of the calling thread may use because nothing else
 * does. Thread-safe.
 */
public final class IdleCores {
  private static final ThreadLocal<IntSupplier> OF_THIS_THREAD = new ThreadLocal<>();

  private IdleCores() {}

  /**
   * Does a piece of work on the calling thread.
   *
   * @param cores asked before each run of a network: how many it may use, its own included
   */
  public static <T> T lend(IntSupplier cores, Supplier<T> work) {
    OF_THIS_THREAD.set(cores);
    try {
      return work.get();
    } finally {
      OF_THIS_THREAD.remove();
    }
  }

  /** The cores that the calling thread may use now, 1 unless it was told more. */
  static int now() {
    IntSupplier cores = OF_THIS_THREAD.get();
    return cores == null ? 1 : cores.getAsInt();
  }
}
