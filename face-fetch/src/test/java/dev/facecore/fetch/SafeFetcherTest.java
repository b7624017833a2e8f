package dev.facecore.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The door of this module: what it lets through, and that its settings are kept to. */
class SafeFetcherTest {
  private final byte[] body = {1, 2, 3};
  private HttpServer server;
  private String address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean redirects = exchange.getRequestURI().getPath().equals("/moved");
          if (redirects) exchange.getResponseHeaders().add("Location", "/here");
          exchange.sendResponseHeaders(redirects ? 302 : 200, redirects ? -1 : body.length);
          if (!redirects) exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_private_address_is_refused_unless_allowed() {
    try (SafeFetcher careful = SafeFetcher.create();
        SafeFetcher open = SafeFetcher.builder().allowPrivateAddresses(true).build()) {
      assertThrows(ImageException.class, () -> careful.fetch(address, Deadline.unlimited()));
      assertArrayEquals(body, open.fetch(address, Deadline.unlimited()));
    }
  }

  @Test
  void a_source_is_named_after_its_address_and_fetches_when_it_is_loaded() throws IOException {
    try (SafeFetcher fetcher = SafeFetcher.builder().allowPrivateAddresses(true).build()) {
      ImageSource.Loaded source = (ImageSource.Loaded) fetcher.source(URI.create(address));
      assertEquals(address, source.name());
      assertTrue(source.blocks());
      assertArrayEquals(body, source.loader().load(Deadline.unlimited()));
      ImageSource.Loaded wrong = (ImageSource.Loaded) fetcher.source("no address");
      assertThrows(ImageException.class, () -> wrong.loader().load(Deadline.unlimited()));
    }
  }

  @Test
  void bytes_and_redirects_are_limited() {
    SafeFetcherBuilder builder = SafeFetcher.builder().allowPrivateAddresses(true);
    try (SafeFetcher small = builder.maxBytes(2).build();
        SafeFetcher still = builder.maxBytes(3).maxRedirects(0).build();
        SafeFetcher once = builder.maxRedirects(1).build()) {
      assertThrows(ImageException.class, () -> small.fetch(address, Deadline.unlimited()));
      assertArrayEquals(body, still.fetch(address, Deadline.unlimited()));
      assertThrows(
          ImageException.class, () -> still.fetch(address + "moved", Deadline.unlimited()));
      assertArrayEquals(body, once.fetch(address + "moved", Deadline.unlimited()));
    }
  }

  @Test
  void one_that_is_closed_fetches_nothing() {
    SafeFetcher fetcher = SafeFetcher.builder().allowPrivateAddresses(true).build();
    fetcher.close();
    fetcher.close();
    assertThrows(DeadlineException.class, () -> fetcher.fetch(address, Deadline.unlimited()));
  }

  @Test
  void wrong_settings_are_named() {
    SafeFetcherBuilder builder = SafeFetcher.builder();
    refused("bytes must", () -> builder.maxBytes(0));
    refused("count must", () -> builder.maxRedirects(101));
    refused("longest must", () -> builder.timeout(Duration.ZERO));
    refused("mirror must", () -> DownloadOptions.DEFAULTS.withMirror(URI.create("ftp://a/b")));
    assertThrows(NullPointerException.class, () -> SafeFetcher.create().source((String) null));
  }

  private static void refused(String start, Executable work) {
    String message = assertThrows(IllegalArgumentException.class, work).getMessage();
    assertTrue(message.startsWith(start), message);
  }
}
