package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One TCP connection, with TLS over it for https; for one thread.
 *
 * <p>It is closed when the limit ends, which ends whatever is blocked on it: connecting, the TLS
 * handshake, a read or a write. A socket timeout alone would not do that: a server that sends a
 * byte now and then restarts it.
 */
final class Connection implements AutoCloseable {
  private static final int BUFFER = 16 << 10;

  // NO_PROXY: a proxy set for the whole JVM would connect elsewhere than to what was checked.
  private final Socket tcp = new Socket(Proxy.NO_PROXY);
  private final Deadline.Watch stop;
  private InputStream in;
  private OutputStream out;

  Connection(Deadline limit) {
    stop = limit.watch(this::closeTcp);
  }

  void connect(Connector connector, InetSocketAddress to, int millis) throws IOException {
    connector.connect(tcp, to, millis);
    tcp.setTcpNoDelay(true);
    use(tcp);
  }

  /** Speaks TLS from here on, and accepts only a trusted certificate for this host. */
  void secure(SSLSocketFactory tls, String host, int port) throws IOException {
    // The name given here is also the one that Java sends as the server name (SNI).
    SSLSocket socket = (SSLSocket) tls.createSocket(tcp, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    use(socket);
  }

  InputStream in() {
    return in;
  }

  /** Lets reads from here on fail after so long without a byte. */
  void endSilenceAfter(Duration time) throws IOException {
    tcp.setSoTimeout((int) Math.min(Integer.MAX_VALUE, Math.max(1, time.toMillis())));
  }

  /** This machine's end. */
  InetAddress ownEnd() {
    return tcp.getLocalAddress();
  }

  OutputStream out() {
    return out;
  }

  private void use(Socket socket) throws IOException {
    in = new BufferedInputStream(new PacedInput(socket.getInputStream()), BUFFER);
    out = socket.getOutputStream();
  }

  // Only the TCP socket: closing the TLS one says goodbye first, and that can block.
  private void closeTcp() {
    try {
      tcp.close();
    } catch (IOException e) {
      // Nothing was to come from it any more.
    }
  }

  @Override
  public void close() {
    stop.close();
    closeTcp();
  }
}
