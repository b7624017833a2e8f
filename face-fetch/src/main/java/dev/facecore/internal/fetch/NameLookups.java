package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks host names up on threads of its own, because the system's resolver cannot be stopped: when
 * the time is over the caller goes on, and the thread ends when the resolver answers.
 *
 * <p>Thread-safe. A lookup that nobody waits for any more still holds its thread, so it goes on
 * being counted: in all, for the job that began it, and for the domain whose name servers are
 * silent. A name is looked up once at a time, whoever asks for it.
 */
final class NameLookups implements AutoCloseable {
  private static final int IN_ALL = 24;
  private static final int PER_DOMAIN = 4;

  private final HostResolver resolver;
  private final Duration longest;
  private final FetchSlots places = new FetchSlots(PER_DOMAIN, IN_ALL);
  private final ConcurrentMap<String, Lookup> underWay = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads = threads();

  /**
   * @param longest how long a caller waits, for a thread and the answer together
   */
  NameLookups(HostResolver resolver, Duration longest) {
    this.resolver = resolver;
    this.longest = longest;
  }

  /**
   * The addresses of a name.
   *
   * @param job whose share of the threads is used
   * @throws ImageException if the name is unknown, or the answer does not come in time
   * @throws DeadlineException if the limit ends first
   */
  List<InetAddress> resolve(String name, Object job, Deadline limit) {
    Deadline own = limit.child(longest);
    try {
      while (true) {
        Lookup lookup = join(name, job, own);
        try {
          return List.of(lookup.await(own));
        } catch (CancellationException e) {
          own.check(); // it is whoever began the lookup that gave up: begin it here
        }
      }
    } catch (RejectedExecutionException | DeadlineException e) {
      limit.check();
      throw tooSlow();
    }
  }

  private Lookup join(String name, Object job, Deadline own) {
    Lookup mine = new Lookup();
    Lookup other = underWay.putIfAbsent(name, mine);
    if (other == null) begin(name, mine, job, own);
    else if (other.hasRunFor(longest)) throw tooSlow();
    return other == null ? mine : other;
  }

  private void begin(String name, Lookup lookup, Object job, Deadline own) {
    FetchSlots.Slot place = null;
    boolean begun = false;
    try {
      place = places.take(job, Set.of(Domains.of(name)), own);
      FetchSlots.Slot taken = place;
      lookup.begunAt = System.nanoTime();
      threads.execute(() -> look(name, lookup, taken));
      begun = true;
    } finally {
      if (!begun) {
        end(name, lookup, place);
        lookup.answer.cancel(false);
      }
    }
  }

  private void look(String name, Lookup lookup, FetchSlots.Slot place) {
    InetAddress[] found = null;
    Throwable failure = null;
    try {
      found = resolver.resolve(name);
    } catch (UnknownHostException | RuntimeException e) {
      failure = e;
    }
    // First no longer under way, then answered: who asks now looks again, as after any answer.
    end(name, lookup, place);
    if (failure == null) lookup.answer.complete(found);
    else lookup.answer.completeExceptionally(failure);
  }

  private void end(String name, Lookup lookup, FetchSlots.Slot place) {
    underWay.remove(name, lookup);
    if (place != null) place.close();
  }

  private ImageException tooSlow() {
    return new ImageException(
        "The host name of the address could not be looked up within "
            + FetchTimes.seconds(longest)
            + " s; check the address, or send the image itself.");
  }

  private static ThreadPoolExecutor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            IN_ALL,
            IN_ALL,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "face-fetch-lookup");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** One question to the resolver, for all who ask it. */
  private static final class Lookup {
    private final CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
    private volatile long begunAt; // 0 before

    boolean hasRunFor(Duration time) {
      return begunAt != 0 && System.nanoTime() - begunAt >= time.toNanos();
    }

    /**
     * Waits for the answer.
     *
     * @throws CancellationException if it will not come
     */
    InetAddress[] await(Deadline own) {
      CompletableFuture<InetAddress[]> view = answer.copy();
      Deadline.Watch giveUp = own.watch(() -> view.completeExceptionally(own.exception()));
      try {
        return view.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof DeadlineException over) throw over;
        if (e.getCause() instanceof CancellationException gone) throw gone;
        throw HostLookup.refused(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw own.exception();
      } finally {
        giveUp.close();
      }
    }
  }
}
