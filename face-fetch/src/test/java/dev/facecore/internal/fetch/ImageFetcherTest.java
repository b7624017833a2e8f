package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImageFetcherTest {
  private RawServer server;
  private ImageFetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
    server.on("/good", "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\npicture");
    fetcher = Fetchers.local();
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  @Test
  void an_ordinary_server_is_read_with_and_without_a_length() throws IOException {
    byte[] picture = new byte[90_000];
    new Random(5).nextBytes(picture);
    HttpServer ordinary =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (int length : new int[] {picture.length, 0}) {
      // A length of 0 means chunked to this server.
      ordinary.createContext(
          "/" + length,
          exchange -> {
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(picture);
            exchange.close();
          });
    }
    ordinary.start();
    try {
      String base = "http://localhost:" + ordinary.getAddress().getPort();
      assertArrayEquals(picture, fetch(base + "/" + picture.length));
      assertArrayEquals(picture, fetch(base + "/0"));
    } finally {
      ordinary.stop(0);
    }
  }

  @Test
  void the_request_says_what_is_wanted_and_nothing_else() {
    fetch(server.url("/good"));
    assertEquals(
        List.of(
            "GET /good HTTP/1.1",
            "Host: 127.0.0.1:" + server.port(),
            "User-Agent: face-core",
            "Accept: image/*,*/*;q=0.8",
            "Accept-Encoding: identity",
            "Connection: close"),
        Arrays.asList(server.requests().get(0).split("\r\n")));
  }

  @Test
  void three_redirects_are_followed_and_a_fourth_is_not() {
    for (int i = 1; i <= 4; i++) {
      String to = i == 1 ? "good" : String.valueOf(i - 1);
      server.on("/" + i, "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\n\r\n");
    }
    assertArrayEquals("picture".getBytes(), fetch(server.url("/1")));
    assertArrayEquals("picture".getBytes(), fetch(server.url("/3")));
    assertEquals(6, server.connections());
    assertEquals(
        "The address redirects more than 3 times; give the final address.",
        Fetchers.failure(fetcher, server.url("/4")));
    assertEquals(10, server.connections());
  }

  @Test
  void a_loop_of_redirects_ends() {
    server.on("/loop", "HTTP/1.1 308 X\r\nLocation: " + server.url("/loop") + "\r\n\r\n");
    assertTrue(Fetchers.failure(fetcher, server.url("/loop")).contains("more than 3 times"));
    assertEquals(4, server.connections());
  }

  @Test
  void a_location_in_foreign_letters_is_encoded_once() {
    server.on("/from", "HTTP/1.1 301 X\r\nLocation: /\u00c3\u0085.jpg\r\n\r\n"); // UTF-8 of Å
    server.on("/%C3%85.jpg", "HTTP/1.1 200 OK\r\n\r\npicture");
    assertArrayEquals("picture".getBytes(), fetch(server.url("/from")));
  }

  @Test
  void any_other_status_is_told() {
    for (int status : new int[] {204, 206, 300, 304, 400, 401, 404, 407, 429, 500, 503}) {
      server.on("/status", "HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n");
      assertEquals(
          "The server answered with status " + status + " instead of an image; check the address.",
          Fetchers.failure(fetcher, server.url("/status")));
    }
    assertEquals(11, server.connections());
  }

  @Test
  void a_server_that_is_not_there_cannot_be_reached() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0)) {
      port = gone.getLocalPort();
    }
    assertEquals(
        "The server of the address cannot be reached; check the address, or try again later.",
        Fetchers.failure(fetcher, "http://127.0.0.1:" + port + "/"));
  }

  @Test
  void the_next_address_of_a_host_is_tried_when_one_is_silent() {
    List<Integer> millis = new CopyOnWriteArrayList<>();
    Connector second =
        (socket, to, limit) -> {
          millis.add(limit);
          if (millis.size() == 1) throw new IOException("silent");
          socket.connect(new InetSocketAddress("127.0.0.1", server.port()), limit);
        };
    InetAddress[] two = {Fetchers.ip("93.184.215.14"), Fetchers.ip("93.184.215.15")};
    try (ImageFetcher picky = Fetchers.of(Fetchers.policy(false, 10_000), name -> two, second)) {
      assertArrayEquals(
          "picture".getBytes(), picky.fetch("http://a.example/good", Deadline.unlimited()));
    }
    assertEquals(2, millis.size());
    assertTrue(millis.get(0) <= 5000 && millis.get(1) > 5000, millis.toString());
  }

  @Test
  void every_socket_is_closed_after_success_and_failure() {
    List<Socket> sockets = new CopyOnWriteArrayList<>();
    Connector keeping =
        (socket, to, limit) -> {
          sockets.add(socket);
          socket.connect(to, limit);
        };
    try (ImageFetcher watched =
        Fetchers.of(Fetchers.policy(true, 500), HostResolver.SYSTEM, keeping)) {
      watched.fetch(server.url("/good"), Deadline.unlimited());
      Fetchers.failure(watched, server.url("/nothing"));
      Fetchers.failure(watched, server.url("/good").replace("http:", "https:"));
    }
    assertEquals(3, sockets.size());
    for (Socket socket : sockets) assertTrue(socket.isClosed());
  }

  @Test
  void a_proxy_set_for_the_whole_jvm_is_not_used() throws IOException {
    try (RawServer proxy = new RawServer()) {
      System.setProperty("socksProxyHost", "127.0.0.1");
      System.setProperty("socksProxyPort", String.valueOf(proxy.port()));
      System.setProperty("socksNonProxyHosts", "");
      assertArrayEquals("picture".getBytes(), fetch(server.url("/good")));
      assertEquals(0, proxy.connections());
    } finally {
      System.clearProperty("socksProxyHost");
      System.clearProperty("socksProxyPort");
      System.clearProperty("socksNonProxyHosts");
    }
  }

  @Test
  void the_policy_refuses_bad_values_by_name() {
    FetchPolicy policy = FetchPolicy.of(false, 10 << 20);
    assertEquals(15, policy.times().total().toSeconds());
    assertEquals(5, policy.times().connect().toSeconds());
    assertEquals(3, policy.maxRedirects());
    var bytes = assertThrows(IllegalArgumentException.class, () -> FetchPolicy.of(false, 0));
    assertEquals("maxBytes must be between 1 and 2147483639, got 0", bytes.getMessage());
    var time = assertThrows(IllegalArgumentException.class, () -> Fetchers.policy(false, 0));
    assertEquals("lookup must be between 1 ms and 1 day, got PT0S", time.getMessage());
  }

  @Test
  void a_closed_fetcher_fetches_nothing() {
    fetcher.close();
    fetcher.close();
    assertThrows(
        DeadlineException.class, () -> fetcher.fetch(server.url("/good"), Deadline.unlimited()));
    assertEquals(0, server.connections());
  }

  @Test
  void closing_stops_the_threads() throws InterruptedException {
    fetch(server.url("/good").replace("127.0.0.1", "localhost"));
    List<Thread> lookups =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("face-fetch-lookup"))
            .toList();
    assertFalse(lookups.isEmpty());
    fetcher.close();
    for (Thread thread : lookups) {
      thread.join(5000);
      assertFalse(thread.isAlive());
    }
  }

  @Test
  void a_malformed_address_is_refused_by_its_own_sentence() {
    var thrown = assertThrows(ImageException.class, () -> fetch("not an address"));
    assertTrue(thrown.getMessage().contains("blank"), thrown.getMessage());
  }

  private byte[] fetch(String address) {
    return fetcher.fetch(address, Deadline.unlimited());
  }
}
