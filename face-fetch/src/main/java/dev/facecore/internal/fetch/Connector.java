package dev.facecore.internal.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Makes the TCP connection: the one place from which a packet leaves for an address. */
@FunctionalInterface
interface Connector {
  /** Plain TCP. */
  Connector TCP = Socket::connect;

  /**
   * Connects the socket to exactly this address.
   *
   * @param millis at most so long, at least 1
   */
  void connect(Socket socket, InetSocketAddress to, int millis) throws IOException;
}
