package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/** Opens connections to IP addresses that were checked, and to no others. Thread-safe. */
final class Connections {
  private final Connector connector;
  private final Supplier<SSLSocketFactory> tls;
  private final Duration connectLimit;
  private final AddressGate gate;

  /**
   * @param tls asked at the first https address, since loading the trusted certificates takes time
   */
  Connections(
      Connector connector,
      Supplier<SSLSocketFactory> tls,
      Duration connectLimit,
      AddressGate gate) {
    this.gate = gate;
    this.connector = connector;
    this.tls = tls;
    this.connectLimit = connectLimit;
  }

  /**
   * Connects to the first IP address that answers and secures the connection for https; the caller
   * closes it.
   *
   * @throws ImageException if none answers in time, or one turns out to be this machine's
   * @throws DeadlineException if the limit ends first
   * @throws IOException if the server does not speak TLS, or its certificate is not accepted
   */
  Connection open(WebAddress address, List<InetAddress> checked, Deadline limit)
      throws IOException {
    Connection connection = connect(checked, address.port(), limit);
    boolean ready = false;
    try {
      if (address.secure()) {
        connection.secure(tls.get(), address.host().name(), address.port());
      }
      ready = true;
      return connection;
    } finally {
      if (!ready) connection.close();
    }
  }

  private Connection connect(List<InetAddress> checked, int port, Deadline limit) {
    long end = System.nanoTime() + connectLimit.toNanos();
    IOException failure = null;
    for (int i = 0; i < checked.size(); i++) {
      // An address that is silent leaves the others their share of the time.
      long share = (end - System.nanoTime()) / (checked.size() - i);
      Connection connection = new Connection(limit);
      try {
        connection.connect(connector, new InetSocketAddress(checked.get(i), port), millis(share));
        if (gate.admits(connection.ownEnd(), checked.get(i))) return connection;
        connection.close();
        throw HostLookup.refused(null);
      } catch (IOException e) {
        connection.close();
        limit.check();
        failure = e;
      }
    }
    throw new ImageException(
        "The server of the address cannot be reached; check the address, or try again later.",
        failure);
  }

  // A timeout of 0 would mean none.
  private static int millis(long nanos) {
    return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
  }
}
