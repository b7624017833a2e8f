package dev.facecore.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A client that may break every rule of HTTP. */
final class RawClient implements AutoCloseable {
  private final Socket socket;

  RawClient(RunningService service) throws IOException {
    socket = new Socket("127.0.0.1", service.at("/").getPort());
    socket.setSoTimeout(20_000);
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /**
   * One answer with its body, by the length that its head announces; less if the connection ends
   * before.
   */
  String readAll() throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    InputStream stream = socket.getInputStream();
    for (int next = stream.read(); next >= 0; next = stream.read()) {
      received.write(next);
      if (isWhole(received.toString(ISO_8859_1))) break;
    }
    return received.toString(ISO_8859_1);
  }

  private static boolean isWhole(String text) {
    int head = text.indexOf("\r\n\r\n");
    if (head < 0) return false;
    String length =
        text.substring(0, head).toLowerCase().replaceAll("(?s).*content-length: (\\d+).*", "$1");
    return length.matches("\\d+") && text.length() >= head + 4 + Integer.parseInt(length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
