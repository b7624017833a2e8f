package dev.facecore;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * Says when work must stop: after a time, or when it is cancelled.
 *
 * <p>Thread-safe. One object is made when a request arrives and handed through all stages; they ask
 * it between steps, and a network that is running is stopped. A part of the work that may end alone
 * gets a {@linkplain #child() child}. A deadline needs no closing: it has a timer, and its parent
 * knows it, only while it is {@linkplain #watch watched}.
 */
public final class Deadline {
  private final Deadline parent;
  private final long endsAt;
  private final String passed;

  // Guarded by this; a watch's code never runs under this lock.
  private final Set<Watch> watches = new HashSet<>();
  private Future<?> timer;
  private Watch onParent;
  private volatile String reason;

  private Deadline(Deadline parent, Duration limit) {
    this.parent = parent;
    this.endsAt = limit == null ? 0 : System.nanoTime() + limit.toNanos();
    this.passed = limit == null ? null : "The time limit of " + seconds(limit) + " s passed.";
  }

  /** Returns a deadline that ends only when it is cancelled. */
  public static Deadline unlimited() {
    return new Deadline(null, null);
  }

  /**
   * Returns a deadline that ends after a time from now.
   *
   * @throws IllegalArgumentException if the time is not positive
   */
  public static Deadline after(Duration limit) {
    return new Deadline(null, positive(limit));
  }

  /**
   * Returns a deadline that ends with this one and for the same reason, or when it is cancelled
   * itself.
   */
  public Deadline child() {
    return new Deadline(this, null);
  }

  /**
   * Returns a deadline that ends with this one and for the same reason, or after a time from now.
   *
   * @throws IllegalArgumentException if the time is not positive
   */
  public Deadline child(Duration limit) {
    return new Deadline(this, positive(limit));
  }

  /** Stops the work now; later calls change nothing. */
  public void cancel() {
    end("The work was cancelled.");
  }

  /** Returns whether the time is over or the work was cancelled. */
  public boolean isOver() {
    return reason() != null;
  }

  /** Throws if the work must stop. */
  public void check() {
    if (isOver()) throw exception();
  }

  /**
   * Returns what {@link #check} throws, for code that learns of the end in another way. Where the
   * end has not come, it says that the waiting thread was interrupted.
   */
  public DeadlineException exception() {
    String why = reason();
    return new DeadlineException(why == null ? "The waiting thread was interrupted." : why);
  }

  /**
   * Calls {@code stop} when the end comes, at once if it has come; close the watch when the work is
   * done. {@code stop} is called at most once, from any thread, must be quick and must not throw.
   */
  public Watch watch(Runnable stop) {
    Watch watch = new Watch(stop);
    if (!add(watch)) watch.fire();
    return watch;
  }

  private String reason() {
    if (reason != null) return reason;
    String above = parent == null ? null : parent.reason();
    if (above == null && passed != null && System.nanoTime() - endsAt >= 0) above = passed;
    // Remembered, so that every caller gets the same reason, whatever comes later.
    return above == null ? null : remember(above);
  }

  private synchronized String remember(String why) {
    if (reason == null) reason = why;
    return reason;
  }

  /** Returns false if the end has come: then only the caller can fire the watch. */
  private synchronized boolean add(Watch watch) {
    if (isOver()) return false;
    if (watches.isEmpty() && !arm()) return false;
    watches.add(watch);
    return true;
  }

  // Locks are taken from a child to its parent, and no watch fires under one.
  private boolean arm() {
    if (parent != null) {
      Watch above = parent.new Watch(() -> end(parent.reason()));
      if (!parent.add(above)) return false;
      onParent = above;
    }
    if (passed != null) timer = DeadlineTimer.schedule(() -> end(passed), endsAt);
    return true;
  }

  private synchronized void remove(Watch watch) {
    if (watches.remove(watch) && watches.isEmpty()) disarm();
  }

  private void disarm() {
    if (timer != null) timer.cancel(false);
    if (onParent != null) parent.remove(onParent);
    timer = null;
    onParent = null;
  }

  private void end(String why) {
    List<Watch> told;
    synchronized (this) {
      remember(why);
      told = List.copyOf(watches);
      watches.clear();
      disarm();
    }
    told.forEach(Watch::fire);
  }

  private static Duration positive(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("limit must be positive, got " + limit);
    }
    return limit;
  }

  private static String seconds(Duration limit) {
    return String.valueOf(limit.toMillis() / 1000.0).replaceFirst("\\.0$", "");
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

    /**
     * Withdraws the promise: after this returns, {@code stop} is neither running nor will it run.
     */
    @Override
    public void close() {
      remove(this);
      synchronized (this) {
        stop = null;
      }
    }
  }
}
