package dev.facecore;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * When work must stop: after a time, or when somebody cancels it.
 *
 * <p>Thread-safe. One object is made when a request arrives and handed through all stages; they ask
 * it between steps, and a network that is running is stopped.
 */
public final class Deadline {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final long endsAt;
  private final boolean limited;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private volatile String reason;

  private Deadline(Duration limit) {
    limited = limit != null;
    endsAt = limited ? System.nanoTime() + limit.toNanos() : 0;
    if (limited) {
      String passed = "the time limit of " + seconds(limit) + " s passed";
      TIMER.schedule(() -> end(passed), limit.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** No limit in time; it can still be cancelled. */
  public static Deadline none() {
    return new Deadline(null);
  }

  /**
   * Ends after a time from now.
   *
   * @throws IllegalArgumentException if the time is not positive
   */
  public static Deadline after(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("limit must be positive, got " + limit);
    }
    return new Deadline(limit);
  }

  /** Stops the work now; later calls change nothing. */
  public void cancel() {
    end("the work was cancelled");
  }

  /** Whether the time is over or the work was cancelled. */
  public boolean isOver() {
    return reason != null || (limited && System.nanoTime() - endsAt >= 0);
  }

  /** Throws if the work must stop. */
  public void check() {
    if (isOver()) throw exception();
  }

  /** What {@link #check} throws, for code that learns of the end in another way. */
  public DeadlineException exception() {
    return new DeadlineException(reason == null ? "the time limit passed" : reason);
  }

  /** The time left, at least zero; {@code most} where that is less or there is no limit. */
  public Duration remaining(Duration most) {
    if (isOver()) return Duration.ZERO;
    if (!limited) return most;
    Duration left = Duration.ofNanos(Math.max(0, endsAt - System.nanoTime()));
    return left.compareTo(most) < 0 ? left : most;
  }

  /**
   * Calls {@code stop} when the end comes, at once if it has come; close the watch when the work is
   * done. {@code stop} is called at most once, from any thread, must be quick and must not throw.
   */
  public Watch watch(Runnable stop) {
    Watch watch = new Watch(stop);
    watches.add(watch);
    if (isOver()) watch.fire();
    return watch;
  }

  private void end(String why) {
    if (reason == null) reason = why;
    watches.forEach(Watch::fire);
  }

  private static String seconds(Duration limit) {
    return String.valueOf(limit.toMillis() / 1000.0).replaceFirst("\\.0$", "");
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "face-deadline");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** A promise to be told of the end; closing it withdraws it. */
  public final class Watch implements AutoCloseable {
    private Runnable stop;

    private Watch(Runnable stop) {
      this.stop = stop;
    }

    private synchronized void fire() {
      // Forgotten first: what it calls may end the deadline again, on this very thread.
      Runnable once = stop;
      stop = null;
      if (once != null) once.run();
    }

    /** After this returns {@code stop} is neither running nor will it run. */
    @Override
    public synchronized void close() {
      stop = null;
      watches.remove(this);
    }
  }
}
