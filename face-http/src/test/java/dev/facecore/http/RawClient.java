package dev.facecore.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** Says that nothing more will be sent. */
  void closeSending() throws IOException {
    socket.shutdownOutput();
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
      if (next == '\n' && received.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        received.write(stream.readNBytes(lengthIn(received.toString(ISO_8859_1))));
        break;
      }
    }
    return received.toString(ISO_8859_1);
  }

  private static int lengthIn(String head) {
    Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
    if (!length.find()) throw new AssertionError("the answer has no length: " + head);
    return Integer.parseInt(length.group(1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
