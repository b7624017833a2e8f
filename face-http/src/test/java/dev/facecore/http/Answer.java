package dev.facecore.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** An answer of the real service. */
record Answer(HttpResponse<String> response) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) request.headers(headers);
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** The content type without its parameters. */
  String mediaType() {
    return header("Content-Type").orElse("").split(";", 2)[0];
  }
}
