package dev.facecore.video;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Stands in for a scene-segmentation service: its answers and the pictures they name. */
final class SceneHost implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> answers = new HashMap<>();

  SceneHost() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
  }

  /** The address of a path. */
  String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Gives a path an answer; before {@link #start}. */
  SceneHost put(String path, byte[] answer) {
    answers.put(path, answer);
    return this;
  }

  /** Gives a path an answer; before {@link #start}. */
  SceneHost put(String path, String answer) {
    return put(path, answer.getBytes(StandardCharsets.UTF_8));
  }

  void start() {
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] answer = answers.get(exchange.getRequestURI().getPath());
      exchange.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : answer.length);
      if (answer != null) exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
