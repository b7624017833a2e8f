package dev.facecore;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one clock of all deadlines. Its thread ends when nothing is left to wait for. */
final class DeadlineTimer {
  private static final int IDLE_SECONDS = 5;
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private DeadlineTimer() {}

  /**
   * Runs a task at a time of {@link System#nanoTime}. A cancelled task is forgotten at once.
   *
   * @param task must be quick and must not throw
   */
  static Future<?> schedule(Runnable task, long at) {
    return TIMER.schedule(task, at - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /** Returns how many tasks wait. */
  static int size() {
    return TIMER.getQueue().size();
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
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    return timer;
  }
}
