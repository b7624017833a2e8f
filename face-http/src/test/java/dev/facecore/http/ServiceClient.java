package dev.facecore.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Speaks to a running service as its clients do. */
final class ServiceClient {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final RunningService service;

  ServiceClient(RunningService service) {
    this.service = service;
  }

  static Answer get(URI address, String... headers) {
    return send("GET", address, null, headers);
  }

  static Answer post(URI address, String json) {
    return send("POST", address, json, "Content-Type", "application/json");
  }

  /** Headers alternate between names and values. */
  static Answer send(String method, URI address, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(LONGEST)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) request.headers(headers);
    return send(request.build());
  }

  static Answer send(HttpRequest request) {
    try {
      return new Answer(CLIENT.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Answer get(String path) {
    return get(service.at(path));
  }

  Answer extract(String body) {
    return send(extractRequest(body));
  }

  CompletableFuture<Answer> extractLater(String body) {
    CompletableFuture<HttpResponse<byte[]>> sent =
        CLIENT.sendAsync(extractRequest(body), BodyHandlers.ofByteArray());
    return sent.thenApply(Answer::new);
  }

  private HttpRequest extractRequest(String body) {
    return to("/extract-faces")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** Any body at a path, which may have a query. */
  Answer post(String path, String type, byte[] body) {
    return send(
        to(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)).build());
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(service.at(path));
  }
}
