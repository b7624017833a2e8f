package dev.facecore.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** Requests as a client would make them. */
final class Call {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Call() {}

  /** One request with headers given as name, value, name, value. */
  static HttpResponse<String> send(
      RunningService service, String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.at(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) request.headers(headers);
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static HttpResponse<String> get(RunningService service, String path, String... headers) {
    return send(service, "GET", path, null, headers);
  }

  static HttpResponse<String> extract(RunningService service, String body) {
    return send(service, "POST", "/extract-faces", body, "Content-Type", "application/json");
  }

  /** An element of images: a photograph of one face. */
  static String photograph() {
    Path file = Path.of("..", "face-examples", "photos", "obama.jpg");
    try {
      String data = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
      return "{\"image_base64\":\"" + data + "\"}";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String requestId(HttpResponse<?> response) {
    return response.headers().firstValue("X-Request-Id").orElseThrow();
  }
}
