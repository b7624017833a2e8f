package dev.facecore.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that bring no request, at a server that answers each with its path. */
class ConnectionsTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final List<Socket> sockets = new ArrayList<>();
  private Server server;
  private Connections connections;
  private WatchfulConnector connector;

  private void start(int most, Duration headLimit) throws Exception {
    connections = new Connections(most, headLimit);
    Delivery delivery =
        new Delivery(LONG, new LeastRate(1, Duration.ofMinutes(1)), most, connections);
    delivery.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.write(true, ISO_8859_1.encode(request.getHttpURI().getPath()), callback);
            return true;
          }
        });
    server = new Server();
    connector = new WatchfulConnector(server, new HttpConfiguration(), connections, "127.0.0.1", 0);
    server.addConnector(connector);
    server.setHandler(delivery);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket socket : sockets) socket.close();
    server.stop();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", connector.getLocalPort());
    socket.setSoTimeout(20_000);
    sockets.add(socket);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private static void ask(Socket socket, String path) throws IOException {
    send(socket, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n" + path) < 0) {
      int next = socket.getInputStream().read();
      assertTrue(next >= 0, () -> "ended after " + answer);
      answer.append((char) next);
    }
  }

  /** An answer reaches its client a moment before its connection waits again. */
  private void awaitWaiting(int count) throws InterruptedException {
    for (int tries = 0; connections.waiting() != count; tries++) {
      assertTrue(tries < 5000, () -> connections.waiting() + " connections wait");
      Thread.sleep(1);
    }
  }

  private static boolean isClosedByServer(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void the_one_that_waits_longest_makes_room_for_a_new_one() throws Exception {
    start(3, LONG);
    Socket first = connect();
    ask(first, "/1");
    awaitWaiting(1);
    Socket second = connect();
    ask(second, "/2");
    awaitWaiting(2);
    // A later request counts from its end: now the second has waited longest.
    ask(first, "/1-again");
    awaitWaiting(2);
    Socket dripping = connect();
    send(dripping, "GET / HT");
    awaitWaiting(3);
    Socket fourth = connect();
    ask(fourth, "/4");
    awaitWaiting(3);
    assertTrue(isClosedByServer(second));
    ask(first, "/1-still");
    awaitWaiting(3);
    Socket fifth = connect();
    ask(fifth, "/5");
    assertTrue(isClosedByServer(dripping));
    for (Socket open : List.of(first, fourth, fifth)) ask(open, "/open");
    assertEquals(3, connector.getConnectedEndPoints().size());
  }

  @Test
  void a_head_that_drips_ends_with_its_limit() throws Exception {
    start(100, Duration.ofMillis(300));
    Socket dripping = connect();
    send(dripping, "GET / HTTP/1.1\r\nHost: x\r\n");
    boolean closed = false;
    // Never silent for as long as an idle connection may be.
    while (!closed) {
      try {
        send(dripping, "X: y\r\n");
        dripping.setSoTimeout(20);
        closed = dripping.getInputStream().read() < 0;
      } catch (java.net.SocketTimeoutException e) {
        closed = false;
      } catch (IOException e) {
        closed = true;
      }
    }
    ask(connect(), "/other");
  }
}
