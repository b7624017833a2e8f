package dev.facecore.http.access;

import dev.facecore.Deadline;
import dev.facecore.http.connection.Interruption;
import dev.facecore.http.exchange.Problem;
import java.util.concurrent.Semaphore;

/**
 * Who may come in, and who may work. A request takes a place when it arrives and before its body is
 * read, so that uploads count as waiting and memory stays bounded; then it waits for its turn.
 * Thread-safe, first come first served.
 *
 * <p>A request that fetches images waits for other servers most of its time, and as long as they
 * want. So such requests have turns of their own, and hold up none that brings its images.
 */
public final class Admission {
  /** Turns of requests that fetch, for each of the others. */
  private static final int FETCHING = 4;

  private static final int RETRY_AFTER_SECONDS = 1;

  private final int maxPlaces;
  private final Turns working;
  private final Turns fetching;
  private final Semaphore places;

  public Admission(int maxWorking, int maxQueue) {
    this.maxPlaces = maxWorking + maxQueue;
    this.places = new Semaphore(maxPlaces, true);
    this.working = new Turns(maxWorking);
    this.fetching = new Turns(FETCHING * maxWorking);
  }

  /** A place until it is closed; 429 if there is none. */
  public Permit enter() {
    if (!places.tryAcquire()) throw Problem.busy(RETRY_AFTER_SECONDS);
    return places::release;
  }

  /**
   * The right to work until it is closed.
   *
   * @param fetches whether the request has images to fetch
   * @throws dev.facecore.DeadlineException if the deadline comes or the thread is interrupted first
   */
  public Permit awaitTurn(boolean fetches, Deadline deadline) {
    return (fetches ? fetching : working).await(deadline);
  }

  /** How many requests may be in at once. */
  public int places() {
    return maxPlaces;
  }

  public int inFlight() {
    return maxPlaces - places.availablePermits();
  }

  public int waiting() {
    return Math.max(0, inFlight() - working.taken() - fetching.taken());
  }

  private static final class Turns {
    private final int most;
    private final Semaphore free;

    Turns(int most) {
      this.most = most;
      this.free = new Semaphore(most, true);
    }

    Permit await(Deadline deadline) {
      try (Interruption end = Interruption.by(deadline)) {
        free.acquire();
        return free::release;
      } catch (InterruptedException e) {
        // The flag is the thread's own, unless the deadline set it.
        if (!deadline.isOver()) Thread.currentThread().interrupt();
        throw deadline.exception();
      }
    }

    int taken() {
      return most - free.availablePermits();
    }
  }

  /** Closing gives back what was taken. */
  public interface Permit extends AutoCloseable {
    @Override
    void close();
  }
}
