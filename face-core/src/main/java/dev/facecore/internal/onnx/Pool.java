package dev.facecore.internal.onnx;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reusable objects that are not thread-safe, as many as were ever used at once. Thread-safe. */
public final class Pool<T> {
  private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();
  private final Supplier<T> maker;

  public Pool(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Lends an object for the time of one call. */
  public <R> R with(Function<T, R> work) {
    T lent = idle.poll();
    if (lent == null) lent = maker.get();
    try {
      return work.apply(lent);
    } finally {
      idle.add(lent);
    }
  }
}
