package dev.facecore.http;

import dev.facecore.Deadline;
import java.util.concurrent.Semaphore;

/**
 * Who may come in, and who may work. A request takes a place when it arrives and before its body is
 * read, so that uploads count as waiting and memory stays bounded; then it waits for its turn.
 * Thread-safe, first come first served.
 */
final class Admission {
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

  /**
   * The right to work until it is closed.
   *
   * @throws dev.facecore.DeadlineException if the deadline comes first
   */
  Permit awaitTurn(Deadline deadline) {
    Thread waiting = Thread.currentThread();
    try (Deadline.Watch watch = deadline.watch(waiting::interrupt)) {
      working.acquire();
      return working::release;
    } catch (InterruptedException e) {
      throw deadline.exception();
    } finally {
      // The deadline may have come just after the turn: the interrupt was meant for the waiting
      // alone.
      Thread.interrupted();
    }
  }

  /** How many requests may be in at once. */
  int places() {
    return maxPlaces;
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
