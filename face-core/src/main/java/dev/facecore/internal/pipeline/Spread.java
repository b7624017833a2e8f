package dev.facecore.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Lets workers that have nothing else to do help with the faces of one picture: a lone picture, or
 * the last of a batch. Thread-safe.
 */
final class Spread {
  private final ThreadPoolExecutor workers;

  Spread(ThreadPoolExecutor workers) {
    this.workers = workers;
  }

  /**
   * Does a piece of work for each item, on the calling worker and on idle ones. When it returns or
   * throws, nothing of it is running any more.
   *
   * @return the results in the order of the items
   */
  <T, R> List<R> map(List<T> items, Function<T, R> work) {
    int helpers = Math.min(items.size() - 1, idle());
    if (helpers <= 0) return items.stream().map(work).toList();
    Shared<T, R> shared = new Shared<>(items, work);
    for (int i = 0; i < helpers; i++) workers.execute(shared::help);
    return shared.finish();
  }

  // A guess that may be outdated at once: a helper that comes late finds nothing left to do.
  private int idle() {
    if (!workers.getQueue().isEmpty()) return 0;
    return workers.getMaximumPoolSize() - workers.getActiveCount();
  }

  private static final class Shared<T, R> {
    private final List<T> items;
    private final Function<T, R> work;
    private final List<R> results;
    private final AtomicInteger next = new AtomicInteger();
    private Throwable failure;
    private int helping;
    private boolean finished;

    Shared(List<T> items, Function<T, R> work) {
      this.items = items;
      this.work = work;
      this.results = new ArrayList<>(items.stream().map(item -> (R) null).toList());
    }

    void help() {
      synchronized (this) {
        if (finished) return;
        helping++;
      }
      try {
        takeAll();
      } finally {
        synchronized (this) {
          helping--;
          notifyAll();
        }
      }
    }

    List<R> finish() {
      takeAll();
      awaitHelpers();
      if (failure != null) throw Shared.<RuntimeException>unchecked(failure);
      return List.copyOf(results);
    }

    // As it came: native code throws what no signature names.
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
      throw (E) failure;
    }

    private void takeAll() {
      try {
        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
          put(i, work.apply(items.get(i)));
        }
      } catch (Throwable e) {
        fail(e);
      }
    }

    private synchronized void put(int index, R result) {
      results.set(index, result);
    }

    private synchronized void fail(Throwable reason) {
      next.set(items.size());
      if (failure == null) failure = reason;
      else if (failure != reason) failure.addSuppressed(reason);
    }

    // Not to be left early: the helpers read the caller's picture, which it releases afterwards.
    private synchronized void awaitHelpers() {
      finished = true;
      boolean interrupted = false;
      while (helping > 0) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) Thread.currentThread().interrupt();
    }
  }
}
