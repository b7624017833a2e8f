package dev.facecore.http.connection;

import dev.facecore.Deadline;

/**
 * Wakes the thread that made it out of what it waits for, and out of nothing later: an interrupt
 * that came from here ends with it, another one stays the thread's. Thread-safe.
 */
public final class Interruption implements AutoCloseable {
  private final Thread waiting = Thread.currentThread();
  private Deadline.Watch watch;
  private boolean meant;
  private boolean over;

  private Interruption() {}

  /** When the deadline ends, until it is closed by this thread. */
  public static Interruption by(Deadline deadline) {
    Interruption interruption = new Interruption();
    interruption.watch = deadline.watch(interruption::wake);
    return interruption;
  }

  /** Interrupts the thread now, unless it waits no more. */
  synchronized void wake() {
    if (over) return;
    meant = true;
    waiting.interrupt();
  }

  @Override
  public void close() {
    // Not under the lock, which a watch that fires takes.
    watch.close();
    synchronized (this) {
      over = true;
      if (meant) Thread.interrupted();
    }
  }
}
