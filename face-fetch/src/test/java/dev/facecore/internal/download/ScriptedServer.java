package dev.facecore.internal.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A web server that says whatever a test wants, byte for byte, one answer a connection, which then
 * ends.
 */
final class ScriptedServer implements AutoCloseable {
  /** Header names are in lower case. */
  record Request(String path, Map<String, String> headers, int number) {
    /** The first byte that is asked for. */
    int start() {
      String range = headers.getOrDefault("range", "bytes=0-");
      return Integer.parseInt(range.replaceAll("[^0-9]", ""));
    }
  }

  interface Script {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Script script;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  ScriptedServer(Script script) throws IOException {
    this.script = script;
    start(this::accept);
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  List<Request> requests() {
    return requests;
  }

  /** The first bytes that were asked for, one a request. */
  List<Integer> starts() {
    return requests.stream().map(Request::start).toList();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection);
      requests.add(request);
      script.answer(request, connection.getOutputStream());
      connection.getOutputStream().flush();
    } catch (IOException gone) {
      // the other side has hung up
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Request read(Socket connection) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    String path = lines.readLine().split(" ")[1];
    Map<String, String> headers = new TreeMap<>();
    for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
    }
    return new Request(path, headers, requests.size() + 1);
  }

  static void head(OutputStream out, String status, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
    for (String header : headers) head.append(header).append("\r\n");
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** As a good server does it, with the rest of the file where the version is still this one. */
  static void serve(Request request, OutputStream out, byte[] content, String tag, int most)
      throws IOException {
    boolean isRest =
        request.headers().containsKey("range") && tag.equals(request.headers().get("if-range"));
    int start = isRest ? request.start() : 0;
    if (start >= content.length) {
      head(out, "416 Range Not Satisfiable", "Content-Range: bytes */" + content.length);
      return;
    }
    String length = "Content-Length: " + (content.length - start);
    if (isRest) {
      String range =
          "Content-Range: bytes " + start + "-" + (content.length - 1) + "/" + content.length;
      head(out, "206 Partial Content", "ETag: " + tag, length, range);
    } else {
      head(out, "200 OK", "ETag: " + tag, length);
    }
    out.write(content, start, Math.min(most, content.length - start));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
