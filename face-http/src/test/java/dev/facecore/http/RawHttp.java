package dev.facecore.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** HTTP as it is on the wire: what a client library would hide. */
final class RawHttp implements AutoCloseable {
  private static final int MILLIS = 20_000;

  private final Socket socket;

  RawHttp(RunningService service) throws IOException {
    URI at = service.at("/");
    socket = new Socket(at.getHost(), at.getPort());
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
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) throw new IOException("the connection ended after '" + head + "'");
      head.append((char) next);
    }
    return List.of(head.toString().trim().split("\r\n"));
  }

  /** Everything up to the end of the connection. */
  String readRest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
