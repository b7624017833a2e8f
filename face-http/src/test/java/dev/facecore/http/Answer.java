package dev.facecore.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An answer of the real service. */
record Answer(HttpResponse<byte[]> http) {
  private static final ObjectMapper JSON = new ObjectMapper();

  int status() {
    return http.statusCode();
  }

  Optional<String> header(String name) {
    return http.headers().firstValue(name);
  }

  String requestId() {
    return header("X-Request-Id").orElseThrow();
  }

  /** The content type without its parameters. */
  String mediaType() {
    return header("Content-Type").orElse("").split(";", 2)[0];
  }

  String text() {
    return new String(http.body(), StandardCharsets.UTF_8);
  }

  JsonNode json() {
    try {
      return JSON.readTree(http.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String error() {
    return json().path("error").asText();
  }

  /** The body without what differs from one request to the next. */
  JsonNode comparable() {
    ObjectNode rest = (ObjectNode) json();
    rest.remove(List.of("request_id", "processing_time_ms", "timings_ms", "timestamp"));
    rest.withArray("faces").forEach(face -> ((ObjectNode) face).remove("face_id"));
    return rest;
  }
}
