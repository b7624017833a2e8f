package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches pictures by address, and cannot be led to a host that the policy forbids: not by a name,
 * a redirect, a spelling or a second DNS answer.
 *
 * <p>Thread-safe: calls from several threads run at once, within the policy's limits for one host
 * and in all. Build once, share, close at the end.
 */
@SuppressWarnings("try") // watches have only to be there and to be closed
public final class ImageFetcher implements AutoCloseable {
  private final FetchPolicy policy;
  private final HostLookup hosts;
  private final Hops hops;
  private final Deadline closing = Deadline.unlimited();

  public ImageFetcher(FetchPolicy policy) {
    this(
        policy,
        HostResolver.SYSTEM,
        Connector.TCP,
        () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
        OwnAddresses.SYSTEM);
  }

  ImageFetcher(
      FetchPolicy policy,
      HostResolver resolver,
      Connector connector,
      Supplier<SSLSocketFactory> tls,
      OwnAddresses.Source own) {
    this.policy = policy;
    FetchTimes times = policy.times();
    AddressGate gate = new AddressGate(policy.allowPrivateAddresses(), new OwnAddresses(own));
    hosts = new HostLookup(new NameLookups(resolver, times.lookup()), gate);
    Connections connections = new Connections(connector, tls, times.connect(), gate);
    hops = new Hops(policy, hosts, new HttpGet(connections, policy.maxBytes(), times.rate()));
  }

  /**
   * The bytes behind an http or https address; whether they are a picture is not looked at. Blocks,
   * also while other fetches take up all places.
   *
   * <p>Calls with the same deadline are one job. Jobs share the places fairly, and a host that let
   * six fetches of a job in a row run into a limit is not asked again by that job.
   *
   * @throws ImageException if the address is malformed or refused, or the server does not deliver
   *     in time; the message can be shown to whoever sent the address
   * @throws DeadlineException if the deadline ends, the thread is interrupted while it waits, or
   *     this fetcher is closed; an open connection is closed at once
   */
  public byte[] fetch(String address, Deadline deadline) {
    deadline.check();
    WebAddress parsed = WebAddress.parse(address);
    Deadline work = deadline.child();
    try (Deadline.Watch closed = closing.watch(work::cancel)) {
      return follow(parsed, new Hops.Time(deadline, work, policy.times().total()));
    }
  }

  private byte[] follow(WebAddress address, Hops.Time time) {
    HttpGet.Answer answer = hops.ask(address, time);
    WebAddress at = address;
    for (int redirects = 0; answer.picture() == null; redirects++) {
      if (redirects == policy.maxRedirects()) {
        throw new ImageException(
            "The address redirects more than " + redirects + " times; give the final address.");
      }
      at = next(at, answer.location());
      answer = elsewhere(at, time);
    }
    return answer.picture();
  }

  private HttpGet.Answer elsewhere(WebAddress address, Hops.Time time) {
    try {
      return hops.ask(address, time);
    } catch (ImageException e) {
      throw time.isOver() ? e : redirected(e);
    }
  }

  private static WebAddress next(WebAddress from, String location) {
    WebAddress next;
    try {
      next = from.redirect(location);
    } catch (ImageException e) {
      throw redirected(e);
    }
    // Whoever asked for https must not be given what anyone on the way can replace.
    if (from.secure() && !next.secure()) {
      throw new ImageException(
          "The address redirects from https to http, which is refused; give the final address.");
    }
    return next;
  }

  /** What is wrong is not in the address that the caller gave. */
  private static ImageException redirected(ImageException failure) {
    String there = failure.getMessage();
    return new ImageException(
        "The address redirects to another one: "
            + Character.toLowerCase(there.charAt(0))
            + there.substring(1),
        failure);
  }

  /** Ends the fetches under way and stops the threads; may be called twice. */
  @Override
  public void close() {
    closing.cancel();
    hosts.close();
  }
}
