package dev.facecore.internal.dedup;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Spreads numbered tasks over all cores, in the common pool. */
final class Cores {
  private Cores() {}

  /**
   * Runs the tasks 0 to {@code count} - 1, taken in this order by whichever core is free, and
   * returns when all are done. Each core asks {@code worker} for a consumer of its own, so that it
   * may hold buffers.
   */
  static void run(int count, Supplier<IntConsumer> worker) {
    int workers = Math.min(count, ForkJoinPool.getCommonPoolParallelism() + 1);
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, workers)
        .parallel()
        .forEach(
            w -> {
              IntConsumer tasks = worker.get();
              for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                tasks.accept(i);
              }
            });
  }
}
