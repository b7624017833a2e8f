package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.ImageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing in {@link HostileAddresses} makes a connection, asked for or redirected to. */
class HostileAddressTest {
  private final List<InetSocketAddress> connected = new CopyOnWriteArrayList<>();
  private RawServer server;
  private ImageFetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
    server.on("/good", "HTTP/1.1 200 OK\r\n\r\npicture");
    fetcher = fetcher(HostileAddressTest::resolve);
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  @Test
  void the_recorder_sees_a_connection_that_is_made() {
    byte[] body = fetcher.fetch("http://public.example/good", Deadline.unlimited());
    assertArrayEquals("picture".getBytes(), body);
    assertEquals(List.of(new InetSocketAddress(HostileAddresses.PUBLIC, 80)), connected);
  }

  @Test
  void no_hostile_address_is_connected_to() {
    Set<String> rows = new HashSet<>();
    for (String address : hostile()) {
      Fetchers.failure(fetcher, address);
      rows.add(address);
    }
    assertEquals(List.of(), connected);
    assertTrue(rows.size() >= 160, "rows " + rows.size());
    assertEquals(0, server.connections());
  }

  @Test
  void every_refused_host_and_an_unknown_one_get_the_same_sentence() {
    Set<String> sentences = new HashSet<>();
    for (String address : HostileAddresses.NOT_PUBLIC) {
      sentences.add(Fetchers.failure(fetcher, address));
    }
    HostResolver knowsNothing =
        name -> {
          throw new UnknownHostException(name);
        };
    try (ImageFetcher other = fetcher(knowsNothing)) {
      sentences.add(Fetchers.failure(other, "http://nowhere.example/"));
    }
    try (ImageFetcher other = fetcher(name -> new InetAddress[0])) {
      sentences.add(Fetchers.failure(other, "http://empty.example/"));
    }
    assertEquals(
        Set.of(
            "The host of the address is unknown or not public; give a public address, or send the"
                + " image itself."),
        sentences);
  }

  @Test
  void no_redirect_leads_to_a_hostile_address() {
    int rows = 0;
    for (String address : hostile()) {
      // A Location without a scheme is relative, and one with a line break is cut off there.
      if (!address.contains(":") || !address.chars().allMatch(c -> c >= ' ' && c < 0x80)) continue;
      // Blanks around it are cut off, and those in its path are encoded, as browsers do.
      if (address.startsWith(" ") || address.endsWith("/a b")) continue;
      server.on("/from", "HTTP/1.1 302 Found\r\nLocation: " + address + "\r\n\r\n");
      connected.clear();
      Fetchers.failure(fetcher, "http://public.example/from");
      assertEquals(List.of(new InetSocketAddress(HostileAddresses.PUBLIC, 80)), connected, address);
      rows++;
    }
    assertTrue(rows >= 120, "rows " + rows);
    assertEquals(rows, server.connections());
  }

  @Test
  void relative_redirects_cannot_name_a_hostile_host_either() {
    List<String> locations =
        List.of("//127.0.0.1/", "//localhost/", "//[::1]/", "//2130706433/", "//a@10.0.0.1/");
    for (String location : locations) {
      server.on("/from", "HTTP/1.1 307 X\r\nLocation: " + location + "\r\n\r\n");
      Fetchers.failure(fetcher, "http://public.example/from");
    }
    assertEquals(locations.size(), connected.size());
    assertEquals(Set.of(new InetSocketAddress(HostileAddresses.PUBLIC, 80)), Set.copyOf(connected));
  }

  @Test
  void the_second_answer_of_a_rebinding_resolver_is_not_used() {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (ImageFetcher rebound = fetcher(name -> rebind(name, asked))) {
      assertArrayEquals(
          "picture".getBytes(), rebound.fetch("http://rebind.example/good", Deadline.unlimited()));
    }
    assertEquals(List.of("rebind.example"), asked);
    assertEquals(List.of(new InetSocketAddress(HostileAddresses.PUBLIC, 80)), connected);
  }

  @Test
  void a_redirect_to_the_same_host_is_checked_anew() {
    server.on("/from", "HTTP/1.1 301 X\r\nLocation: /good\r\n\r\n");
    List<String> asked = new CopyOnWriteArrayList<>();
    try (ImageFetcher rebound = fetcher(name -> rebind(name, asked))) {
      assertThrows(
          ImageException.class,
          () -> rebound.fetch("http://rebind.example/from", Deadline.unlimited()));
    }
    assertEquals(2, asked.size());
    assertEquals(List.of(new InetSocketAddress(HostileAddresses.PUBLIC, 80)), connected);
  }

  @Test
  void private_addresses_are_reached_when_the_policy_allows_it() {
    try (ImageFetcher open =
        Fetchers.of(Fetchers.policy(true, 5000), HostileAddressTest::resolve, this::connect)) {
      assertArrayEquals(
          "picture".getBytes(), open.fetch("http://ten.example/good", Deadline.unlimited()));
    }
    assertEquals(List.of(new InetSocketAddress(Fetchers.ip("10.0.0.5"), 80)), connected);
  }

  private ImageFetcher fetcher(HostResolver resolver) {
    return Fetchers.of(Fetchers.policy(false, 5000), resolver, this::connect);
  }

  /** Writes down where the fetcher wanted to go, and leads to the test's server instead. */
  private void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
    connected.add(to);
    socket.connect(new InetSocketAddress("127.0.0.1", server.port()), millis);
  }

  private static InetAddress[] resolve(String name) {
    return HostileAddresses.NAMES.getOrDefault(name, new InetAddress[] {HostileAddresses.PUBLIC});
  }

  private static InetAddress[] rebind(String name, List<String> asked) {
    asked.add(name);
    boolean first = asked.size() == 1;
    return new InetAddress[] {first ? HostileAddresses.PUBLIC : Fetchers.ip("127.0.0.1")};
  }

  private static List<String> hostile() {
    return Stream.of(HostileAddresses.NOT_PUBLIC, HostileAddresses.MALFORMED)
        .flatMap(List::stream)
        .toList();
  }
}
