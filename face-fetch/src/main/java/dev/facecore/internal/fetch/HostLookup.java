package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.net.InetAddress;
import java.util.List;

/**
 * Finds the IP addresses of a host and lets only those through that may be connected to.
 * Thread-safe.
 */
final class HostLookup implements AutoCloseable {
  /** More are not tried, so that no host counts at more than so many addresses. */
  private static final int MOST_ADDRESSES = 8;

  private final NameLookups names;
  private final AddressGate gate;

  HostLookup(NameLookups names, AddressGate gate) {
    this.names = names;
    this.gate = gate;
  }

  /**
   * The addresses of a host, resolved once, at most 8; a host is refused if any of them is.
   *
   * @param job whose share of the lookups is used
   * @throws ImageException with one sentence for unknown and refused hosts alike, so that nobody
   *     learns from it which private hosts exist; with another if the lookup takes too long
   * @throws DeadlineException if the limit ends first
   */
  List<InetAddress> addresses(Host host, Object job, Deadline limit) {
    List<InetAddress> found =
        host.literal().map(List::of).orElseGet(() -> names.resolve(host.name(), job, limit));
    if (found.isEmpty() || !found.stream().allMatch(gate::admits)) throw refused(null);
    return found.subList(0, Math.min(found.size(), MOST_ADDRESSES));
  }

  static ImageException refused(Throwable cause) {
    return new ImageException(
        "The host of the address is unknown or not public; give a public address, or send the"
            + " image itself.",
        cause);
  }

  /** Stops the threads, each as soon as its resolver answers. */
  @Override
  public void close() {
    names.close();
  }
}
