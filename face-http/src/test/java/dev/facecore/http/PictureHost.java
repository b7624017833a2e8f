package dev.facecore.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A web server with the sample photographs; below /held/ it answers only once it is told to. */
final class PictureHost implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore asked = new Semaphore(0);
  private final CountDownLatch released = new CountDownLatch(1);

  PictureHost() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.createContext("/held/", this::hold);
    server.start();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Returns once so many held pictures have been asked for. */
  void awaitAsked(int count) throws InterruptedException {
    if (!asked.tryAcquire(count, 20, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody asked for a held picture");
    }
  }

  void release() {
    released.countDown();
  }

  private void hold(HttpExchange exchange) throws IOException {
    asked.release();
    try {
      released.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer(exchange);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path photo =
          Path.of(
              "../face-examples/photos",
              Path.of(exchange.getRequestURI().getPath()).getFileName().toString());
      if (Files.exists(photo)) {
        byte[] encoded = Files.readAllBytes(photo);
        exchange.sendResponseHeaders(200, encoded.length);
        exchange.getResponseBody().write(encoded);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
