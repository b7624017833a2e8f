package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.ImageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** This machine's own public addresses lead to it no more than 127.0.0.1 does. */
class OwnAddressTest {
  private static final String REFUSED =
      "The host of the address is unknown or not public; give a public address, or send the"
          + " image itself.";
  private static final List<InetAddress> OWN =
      List.of(Fetchers.ip("93.184.215.14"), Fetchers.ip("2606:4700::1111"));

  private final List<InetSocketAddress> connected = new CopyOnWriteArrayList<>();

  @Test
  void an_address_of_an_interface_is_not_connected_to_in_any_form() {
    List<String> hosts =
        List.of(
            "93.184.215.14",
            "[::ffff:93.184.215.14]",
            "[64:ff9b::93.184.215.14]",
            "[2002:5db8:d70e::1]",
            "[2606:4700::5efe:93.184.215.14]",
            "[2001:0:5db8:d70e:0:0:f7f7:f7f7]",
            "[2001:0:808:808:0:0:a247:28f1]",
            "[2606:4700:0::1111]",
            "own.example",
            "mixed.example");
    try (ImageFetcher fetcher = fetcher(false, () -> OWN)) {
      for (String host : hosts) {
        assertEquals(REFUSED, Fetchers.failure(fetcher, "http://" + host + ":8080/"), host);
      }
    }
    assertEquals(10, hosts.size());
    assertEquals(List.of(), connected);
  }

  @Test
  void other_public_addresses_are_reached_and_own_ones_where_private_ones_may_be() {
    try (ImageFetcher fetcher = fetcher(false, () -> OWN)) {
      Fetchers.failure(fetcher, "http://93.184.215.15/");
    }
    try (ImageFetcher fetcher = fetcher(true, () -> OWN)) {
      Fetchers.failure(fetcher, "http://93.184.215.14/");
    }
    assertEquals(
        List.of(address("93.184.215.15"), address("93.184.215.14")), List.copyOf(connected));
  }

  @Test
  void a_redirect_does_not_lead_there_either() throws IOException {
    try (RawServer server = new RawServer()) {
      server.on("/from", "HTTP/1.1 302 X\r\nLocation: http://own.example/\r\n\r\n");
      Connector there =
          (socket, to, millis) -> {
            connected.add(to);
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()), millis);
          };
      try (ImageFetcher fetcher =
          Fetchers.of(Fetchers.policy(false, 5000), OwnAddressTest::resolve, there, () -> OWN)) {
        assertEquals(
            "The address redirects to another one: t" + REFUSED.substring(1),
            Fetchers.failure(fetcher, "http://93.184.215.15/from"));
      }
    }
    assertEquals(List.of(address("93.184.215.15")), connected);
  }

  @Test
  void every_address_of_every_real_interface_is_known() throws IOException {
    OwnAddresses own = new OwnAddresses(OwnAddresses.SYSTEM);
    List<InetAddress> all =
        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList();
    assertFalse(all.isEmpty());
    for (InetAddress address : all) assertTrue(own.contains(address.getAddress()), "" + address);
    assertFalse(own.contains(Fetchers.ip("93.184.215.14").getAddress()));
  }

  @Test
  void interfaces_are_read_rarely_and_their_failure_leaves_what_is_known() {
    AtomicInteger reads = new AtomicInteger();
    OwnAddresses own =
        new OwnAddresses(
            () -> {
              reads.incrementAndGet();
              throw new IOException("no interfaces");
            });
    for (int i = 0; i < 1000; i++) assertFalse(own.contains(OWN.get(0).getAddress()));
    assertTrue(reads.get() >= 1 && reads.get() < 100, "reads " + reads);
  }

  /** A system may answer to addresses that no interface lists; its end is then the other's. */
  @Test
  void a_connection_that_stays_on_this_machine_is_seen_by_its_ends() throws IOException {
    AddressGate gate = new AddressGate(false, new OwnAddresses(List::of));
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(listening.getInetAddress(), listening.getLocalPort())) {
      assertFalse(gate.admits(socket.getLocalAddress(), socket.getInetAddress()));
      assertTrue(gate.admits(socket.getLocalAddress(), OWN.get(0)));
    }
  }

  @Test
  void nothing_is_sent_over_a_connection_that_stays_on_this_machine() throws IOException {
    try (RawServer server = new RawServer()) {
      // Port and address are the test's server, but the gate knows the public address only.
      Connector here =
          (socket, to, millis) -> {
            connected.add(to);
            socket.bind(new InetSocketAddress("127.0.0.1", 0));
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()), millis);
          };
      AddressGate gate = new AddressGate(false, new OwnAddresses(List::of));
      Connections connections = new Connections(here, () -> null, Duration.ofSeconds(5), gate);
      WebAddress address = WebAddress.parse(server.url("/"));
      String message =
          assertThrows(
                  ImageException.class,
                  () ->
                      connections.open(
                          address, List.of(Fetchers.ip("127.0.0.1")), Deadline.unlimited()))
              .getMessage();
      assertEquals(REFUSED, message);
      assertEquals(1, connected.size());
      assertArrayEquals(new Object[0], server.requests().toArray());
    }
  }

  private ImageFetcher fetcher(boolean allowPrivate, OwnAddresses.Source own) {
    Connector recorder =
        (socket, to, millis) -> {
          connected.add(to);
          throw new IOException("no network in this test");
        };
    return Fetchers.of(Fetchers.policy(allowPrivate, 5000), OwnAddressTest::resolve, recorder, own);
  }

  private static InetAddress[] resolve(String name) {
    return name.startsWith("own")
        ? new InetAddress[] {OWN.get(0)}
        : new InetAddress[] {Fetchers.ip("93.184.215.15"), OWN.get(1)};
  }

  private static InetSocketAddress address(String literal) {
    return new InetSocketAddress(Fetchers.ip(literal), 80);
  }
}
