package dev.facecore.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Speaks to a running service as its clients do. */
final class Api {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningService service;

  Api(RunningService service) {
    this.service = service;
  }

  record Answer(HttpResponse<byte[]> http, JsonNode body) {
    int status() {
      return http.statusCode();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse(null);
    }

    String error() {
      return body.path("error").asText();
    }

    /** The body without what differs from one request to the next. */
    JsonNode comparable() {
      ObjectNode rest = body.deepCopy();
      rest.remove(List.of("request_id", "processing_time_ms", "timings_ms", "timestamp"));
      rest.withArray("faces").forEach(face -> ((ObjectNode) face).remove("face_id"));
      return rest;
    }
  }

  Answer extract(String body) {
    return send(extractRequest(body));
  }

  /** Any body at a path, which may have a query. */
  Answer post(String path, String type, byte[] body) {
    HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.ofByteArray(body);
    return send(to(path).header("Content-Type", type).POST(publisher).build());
  }

  CompletableFuture<Answer> extractLater(String body) {
    return CLIENT
        .sendAsync(extractRequest(body), HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(Api::answer);
  }

  private HttpRequest extractRequest(String body) {
    return to("/extract-faces")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  Answer get(String path) {
    return send(to(path).build());
  }

  String text(String path) {
    try {
      return CLIENT.send(to(path).build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(service.at(path));
  }

  Answer send(HttpRequest request) {
    try {
      return answer(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    try {
      return new Answer(response, JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One element of {@code images}. */
  static String photo(String name) {
    try {
      byte[] encoded = Files.readAllBytes(Path.of("../face-examples/photos", name));
      return "{\"image_base64\": \"" + Base64.getEncoder().encodeToString(encoded) + "\"}";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One element of {@code images}. */
  static String url(Object address) {
    return "{\"image_url\": \"" + address + "\"}";
  }

  /** A request with these elements of {@code images}. */
  static String request(String... images) {
    return "{\"images\": [" + String.join(", ", images) + "]}";
  }
}
