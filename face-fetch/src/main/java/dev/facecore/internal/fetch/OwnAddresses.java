package dev.facecore.internal.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The IP addresses of this machine's network interfaces: services that listen there may trust
 * whoever reaches them, also where the address is a public one.
 *
 * <p>Thread-safe. Interfaces come and go, so that they are read again after a second.
 */
final class OwnAddresses {
  /** Lists addresses; called by one thread at a time. */
  interface Source {
    Collection<InetAddress> read() throws IOException;
  }

  /** What the system says. */
  static final Source SYSTEM =
      () ->
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .collect(Collectors.toList());

  private static final long FRESH_NANOS = 1_000_000_000L;

  private final Source source;
  private Set<ByteBuffer> known;
  private long readAt;

  OwnAddresses(Source source) {
    this.source = source;
  }

  /** Whether an interface has the address, or one that is hidden in it. */
  boolean contains(byte[] address) {
    Set<ByteBuffer> own = known();
    return own.contains(ByteBuffer.wrap(address))
        || AddressRules.hidden(address).stream()
            .anyMatch(hidden -> own.contains(ByteBuffer.wrap(hidden)));
  }

  private synchronized Set<ByteBuffer> known() {
    long now = System.nanoTime();
    if (known != null && now - readAt < FRESH_NANOS) return known;
    try {
      known =
          source.read().stream()
              .map(address -> ByteBuffer.wrap(address.getAddress()))
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      // What was read before is the best that is known; AddressGate looks at each connection too.
      if (known == null) known = Set.of();
    }
    readAt = now;
    return known;
  }
}
