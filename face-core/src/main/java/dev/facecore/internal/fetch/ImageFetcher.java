package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches pictures by address, and cannot be led to a host that the policy forbids: not by a name,
 * a redirect, a spelling or a second DNS answer.
 *
 * <p>Thread-safe: calls from several threads run at once, within the policy's limits for one host
 * and in all. Build once, share, close at the end.
 */
@SuppressWarnings("try") // watches and slots have only to be there and to be closed
public final class ImageFetcher implements AutoCloseable {
  private final FetchPolicy policy;
  private final FetchSlots slots;
  private final HostLookup hosts;
  private final HttpGet http;
  private final Deadline closing = Deadline.none();

  public ImageFetcher(FetchPolicy policy) {
    this(
        policy,
        HostResolver.SYSTEM,
        Connector.TCP,
        () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  ImageFetcher(
      FetchPolicy policy,
      HostResolver resolver,
      Connector connector,
      Supplier<SSLSocketFactory> tls) {
    this.policy = policy;
    slots = new FetchSlots(policy.maxParallelPerHost(), policy.maxParallel());
    hosts = new HostLookup(resolver, policy);
    http =
        new HttpGet(
            hosts, new Connections(connector, tls, policy.connectLimit()), policy.maxBytes());
  }

  /**
   * The bytes behind an http or https address; whether they are a picture is not looked at. Blocks,
   * also while other fetches take up all places.
   *
   * @throws ImageException if the address is malformed or refused, or the server does not deliver
   *     in time; the message can be shown to whoever sent the address
   * @throws DeadlineException if the deadline ends, the thread is interrupted while it waits, or
   *     this fetcher is closed; an open connection is closed at once
   */
  public byte[] fetch(String address, Deadline deadline) {
    deadline.check();
    WebAddress parsed = WebAddress.parse(address);
    Deadline work = Deadline.none();
    try (Deadline.Watch ended = deadline.watch(work::cancel);
        Deadline.Watch closed = closing.watch(work::cancel)) {
      return follow(parsed, work);
    } catch (DeadlineException e) {
      deadline.check(); // it knows why it ended
      throw e;
    }
  }

  private byte[] follow(WebAddress address, Deadline work) {
    Duration left = policy.totalLimit();
    for (int redirects = 0; redirects <= policy.maxRedirects(); redirects++) {
      HttpGet.Answer answer;
      // One place at a time: a fetch that kept one while it waits for the next could block all.
      try (FetchSlots.Slot slot = slots.take(address.host().name(), work)) {
        long start = System.nanoTime();
        answer = get(address, left, work);
        left = left.minusNanos(System.nanoTime() - start);
      }
      if (answer.picture() != null) return answer.picture();
      address = address.redirect(answer.location());
    }
    throw new ImageException(
        "the address redirects more than "
            + policy.maxRedirects()
            + " times; give the final address");
  }

  private HttpGet.Answer get(WebAddress address, Duration left, Deadline work) {
    if (left.isNegative() || left.isZero()) throw tooSlow();
    Deadline limit = Deadline.after(left);
    try (Deadline.Watch ended = work.watch(limit::cancel)) {
      return http.get(address, limit);
    } catch (DeadlineException e) {
      work.check();
      if (!limit.isOver()) throw e;
      throw tooSlow();
    }
  }

  private ImageException tooSlow() {
    String seconds =
        String.valueOf(policy.totalLimit().toMillis() / 1000.0).replaceFirst("\\.0$", "");
    return new ImageException(
        "the picture did not arrive within "
            + seconds
            + " s; try again, or send the picture itself");
  }

  /** Ends the fetches under way and stops the threads; may be called twice. */
  @Override
  public void close() {
    closing.cancel();
    hosts.close();
  }
}
