package dev.facecore.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;

/** HTTP as it is on the wire: what a client library would hide. */
final class RawHttp implements AutoCloseable {
  private static final int MILLIS = 20_000;
  private static final int LARGE_BUFFER = 256 * 1024;

  private final Socket socket;
  private int length;

  RawHttp(RunningService service) throws IOException {
    this(service, LARGE_BUFFER);
  }

  /** A connection whose system takes few bytes before they are read. */
  RawHttp(RunningService service, int receiveBuffer) throws IOException {
    URI at = service.at("/");
    socket = new Socket();
    socket.setReceiveBufferSize(receiveBuffer);
    socket.connect(new InetSocketAddress(at.getHost(), at.getPort()));
    socket.setSoTimeout(MILLIS);
  }

  /** Sends one request without a body, and all of the answer's head comes back. */
  static List<String> head(RunningService service, String... lines) throws IOException {
    try (RawHttp connection = new RawHttp(service)) {
      connection.send(String.join("\r\n", lines) + "\r\n\r\n");
      return connection.readHead();
    }
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The status line and the header lines. */
  List<String> readHead() throws IOException {
    length = 0;
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) throw new IOException("the connection ended after '" + head + "'");
      head.append((char) next);
    }
    List<String> lines = List.of(head.toString().trim().split("\r\n"));
    for (String line : lines) {
      if (line.startsWith("Content-Length: ")) length = Integer.parseInt(line.substring(16));
    }
    return lines;
  }

  /** The body that the last head announced. */
  String readBody() throws IOException {
    return new String(socket.getInputStream().readNBytes(length), ISO_8859_1);
  }

  /** Everything up to the end of the connection. */
  String readRest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  /** Whether the other side has neither closed nor sent anything. */
  boolean isSilent() throws IOException {
    socket.setSoTimeout(1);
    try {
      socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(MILLIS);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
