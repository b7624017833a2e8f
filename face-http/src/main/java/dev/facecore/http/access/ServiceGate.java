package dev.facecore.http.access;

import dev.facecore.Deadline;
import dev.facecore.FaceExtractor;
import dev.facecore.http.exchange.Problem;
import dev.facecore.internal.natives.ProgramMemory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets requests in while the service is ready, knows those under way, and waits for them at the
 * end. Thread-safe.
 */
public final class ServiceGate {
  /** How long requests under way may take after the signal to stop; then they are cancelled. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  /** How long cancelled work may take to notice. */
  private static final Duration LAST = Duration.ofSeconds(5);

  private final Admission admission;
  private final Set<Deadline> underWay = ConcurrentHashMap.newKeySet();
  private final Phaser requests = new Phaser(1);
  private volatile ServiceState state = ServiceState.STARTING;
  private volatile FaceExtractor extractor;

  public ServiceGate(Admission admission) {
    this.admission = admission;
  }

  public Admission admission() {
    return admission;
  }

  ServiceState state() {
    return state;
  }

  /** Requests are answered from now on. */
  public synchronized void open(FaceExtractor models) {
    extractor = models;
    if (state == ServiceState.STARTING) state = ServiceState.READY;
  }

  public boolean isReady() {
    return state == ServiceState.READY;
  }

  public void requireReady() {
    if (state == ServiceState.STARTING) {
      throw Problem.of(
          503, "The service is starting: its models are not loaded yet. Try again later.");
    }
    if (state == ServiceState.STOPPING) {
      throw Problem.of(503, "The service is shutting down. Send the request to another instance.");
    }
  }

  /** One request's stay; 503 when not ready, 429 when full. */
  public Visit enter(Deadline deadline) {
    requests.register();
    try {
      requireReady();
      Admission.Permit place = admission.enter();
      underWay.add(deadline);
      return new Visit(deadline, place);
    } catch (RuntimeException e) {
      requests.arriveAndDeregister();
      throw e;
    }
  }

  /** What a request holds until it is answered. */
  public final class Visit implements AutoCloseable {
    private final Deadline deadline;
    private final Admission.Permit place;

    private Visit(Deadline deadline, Admission.Permit place) {
      this.deadline = deadline;
      this.place = place;
    }

    /** When the request must be answered. */
    public Deadline deadline() {
      return deadline;
    }

    public FaceExtractor extractor() {
      return extractor;
    }

    @Override
    public void close() {
      underWay.remove(deadline);
      place.close();
      requests.arriveAndDeregister();
      ProgramMemory.trim();
    }
  }

  /** Refuses new requests and waits for those under way, at most for the grace and a little. */
  public void drain() {
    state = ServiceState.STOPPING;
    if (awaitAll(GRACE)) return;
    underWay.forEach(Deadline::cancel);
    awaitAll(LAST);
  }

  private boolean awaitAll(Duration limit) {
    try {
      int phase = requests.isTerminated() ? -1 : requests.arrive();
      requests.awaitAdvanceInterruptibly(phase, limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
