package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Finds the IP addresses of a host and lets only those through that may be connected to.
 *
 * <p>Thread-safe. Lookups run on threads of their own, because the system's resolver cannot be
 * stopped: when the time is over the caller goes on and the thread ends when the resolver answers.
 */
final class HostLookup implements AutoCloseable {
  private final HostResolver resolver;
  private final boolean allowPrivateAddresses;
  private final ThreadPoolExecutor threads;

  HostLookup(HostResolver resolver, FetchPolicy policy) {
    this.resolver = resolver;
    allowPrivateAddresses = policy.allowPrivateAddresses();
    // Twice as many as there are fetches: given-up lookups must not hold up the others.
    threads = threads(2 * policy.maxParallel());
  }

  /**
   * The addresses of a host, resolved once; a host is refused if any of them is.
   *
   * @throws ImageException with one sentence for unknown and refused hosts alike, so that nobody
   *     learns from it which private hosts exist
   * @throws DeadlineException if the limit ends first
   */
  List<InetAddress> addresses(Host host, Deadline limit) {
    List<InetAddress> found =
        host.literal().map(List::of).orElseGet(() -> List.of(resolve(host.name(), limit)));
    boolean allowed =
        allowPrivateAddresses
            || found.stream().allMatch(address -> AddressRules.isPublic(address.getAddress()));
    if (found.isEmpty() || !allowed) throw refused(null);
    return found;
  }

  private InetAddress[] resolve(String name, Deadline limit) {
    CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
    Deadline.Watch giveUp = limit.watch(() -> answer.cancel(false));
    try {
      threads.execute(() -> look(name, answer));
      return answer.get();
    } catch (ExecutionException e) {
      throw refused(e.getCause());
    } catch (CancellationException | RejectedExecutionException e) {
      throw limit.exception();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeadlineException("the work was interrupted");
    } finally {
      giveUp.close();
    }
  }

  private void look(String name, CompletableFuture<InetAddress[]> answer) {
    if (answer.isDone()) return;
    try {
      answer.complete(resolver.resolve(name));
    } catch (UnknownHostException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private static ImageException refused(Throwable cause) {
    return new ImageException(
        "the host of the address is unknown or not public; give a public address, or send the"
            + " picture itself",
        cause);
  }

  private static ThreadPoolExecutor threads(int most) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
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

  /** Stops the threads, each as soon as its resolver answers. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
