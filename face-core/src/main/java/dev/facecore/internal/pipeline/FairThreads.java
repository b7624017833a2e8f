package dev.facecore.internal.pipeline;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that jobs share for work that waits, so that no job's waiting holds up another's.
 *
 * <p>Thread-safe. A job may hold one more place only while it holds fewer than are free: alone it
 * gets half of them, several get equal shares, and a newcomer finds a free one at once. A freed
 * place goes to the job that holds the fewest.
 */
final class FairThreads implements AutoCloseable {
  private static final int IDLE_SECONDS = 10;

  private final int most;
  private final ThreadPoolExecutor threads;
  private final Map<Object, Job> jobs = new LinkedHashMap<>();
  private int held;

  FairThreads(int most, ThreadFactory factory) {
    this.most = most;
    threads =
        new ThreadPoolExecutor(
            most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * A place for one task. It is held from the task's start until it is closed, which is after the
   * task's end where its result is still in memory.
   *
   * @param job whose share it is taken from; told apart by {@code equals}
   */
  Place place(Object job) {
    return new Place(job);
  }

  /** How many places the job holds now. */
  synchronized int heldBy(Object job) {
    Job one = jobs.get(job);
    return one == null ? 0 : one.held;
  }

  private synchronized void enqueue(Place place, Runnable task) {
    place.task = task;
    jobs.computeIfAbsent(place.job, same -> new Job()).waiting.add(place);
    dispatch();
  }

  private synchronized void release(Place place) {
    if (!place.held) return;
    place.held = false;
    held--;
    Job job = jobs.get(place.job);
    job.held--;
    if (job.held == 0 && job.waiting.isEmpty()) jobs.remove(place.job);
    dispatch();
  }

  private void dispatch() {
    for (Optional<Job> next = next(); next.isPresent(); next = next()) {
      Place place = next.get().waiting.remove();
      next.get().held++;
      held++;
      place.held = true;
      threads.execute(place.task);
    }
  }

  private Optional<Job> next() {
    return jobs.values().stream()
        .filter(job -> !job.waiting.isEmpty() && job.held < most - held)
        .min(Comparator.comparingInt(job -> job.held));
  }

  /** Lets tasks that have begun end; no task may be waiting. */
  @Override
  public void close() {
    threads.shutdown();
  }

  private static final class Job {
    private final Queue<Place> waiting = new ArrayDeque<>();
    private int held;
  }

  /** Runs one task, and holds its place until it is closed. */
  final class Place implements Executor, AutoCloseable {
    private final Object job;
    private Runnable task;
    private boolean held;

    private Place(Object job) {
      this.job = job;
    }

    @Override
    public void execute(Runnable task) {
      enqueue(this, task);
    }

    @Override
    public void close() {
      release(this);
    }
  }
}
