package dev.facecore.http;

import dev.facecore.Deadline;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who may come in, and who may work. A request takes a place when it arrives and before its body is
 * read, so that uploads count as waiting and memory stays bounded; then it waits for its turn.
 * Thread-safe, first come first served.
 */
final class Admission {
  private static final Duration UNLIMITED = Duration.ofDays(1);
  private static final int RETRY_AFTER_SECONDS = 1;

  private final int maxPlaces;
  private final int maxWorking;
  private final Semaphore places;
  private final Semaphore working;

  Admission(int maxWorking, int maxQueue) {
    this.maxPlaces = maxWorking + maxQueue;
    this.maxWorking = maxWorking;
    this.places = new Semaphore(maxPlaces, true);
    this.working = new Semaphore(maxWorking, true);
  }

  /** A place until it is closed; 429 if there is none. */
  Permit enter() {
    if (!places.tryAcquire()) throw Problem.busy(RETRY_AFTER_SECONDS);
    return places::release;
  }

  /** The right to work until it is closed. */
  Permit awaitTurn(Deadline deadline) {
    try {
      long left = deadline.remaining(UNLIMITED).toNanos();
      if (!working.tryAcquire(left, TimeUnit.NANOSECONDS)) throw deadline.exception();
      return working::release;
    } catch (InterruptedException e) {
      throw deadline.exception();
    }
  }

  int inFlight() {
    return maxPlaces - places.availablePermits();
  }

  int waiting() {
    return Math.max(0, inFlight() - (maxWorking - working.availablePermits()));
  }

  /** Closing gives back what was taken. */
  interface Permit extends AutoCloseable {
    @Override
    void close();
  }
}
