package dev.facecore.internal.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that answers byte for byte what a test wants, proper HTTP or not. */
final class RawServer implements AutoCloseable {
  /** What to send once the request's head has arrived; the connection is closed afterwards. */
  interface Script {
    void answer(InputStream in, OutputStream out) throws Exception;
  }

  private final ServerSocket listening;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  RawServer() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  RawServer(ServerSocket listening) {
    this.listening = listening;
    threads.execute(this::accept);
  }

  RawServer on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  RawServer on(String path, String answer) {
    return on(path, (in, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  int port() {
    return listening.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** The heads of the requests, in order of arrival. */
  List<String> requests() {
    return requests;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        connections.incrementAndGet();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException | RejectedExecutionException e) {
        return; // the test is over
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      requests.add(head);
      Script script = scripts.get(head.split(" ")[1]);
      if (script != null) script.answer(socket.getInputStream(), socket.getOutputStream());
    } catch (Exception e) {
      // The client went away or the test is over: what it saw is checked there.
    } finally {
      open.remove(socket);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) throw new IOException("no request");
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) socket.close();
    threads.shutdownNow();
  }
}
