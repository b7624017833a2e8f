package dev.facecore.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The sample photographs: three people, one of them twice, and a cup of coffee. */
final class Photographs {
  static final List<Path> ALL =
      List.of(
          path("astronaut.png"),
          path("biden.jpg"),
          path("coffee.png"),
          path("obama.jpg"),
          path("obama2.jpg"));

  private Photographs() {}

  static Path path(String name) {
    return Path.of("../face-examples/photos", name).toAbsolutePath().normalize();
  }

  /** An element of a request: a photograph of one name. */
  static String element(String name) {
    return asBase64(path(name));
  }

  /** An element of a request. */
  static String url(Object address) {
    return "{\"image_url\": \"" + address + "\"}";
  }

  /** An element of a request. */
  static String asBase64(Path photograph) {
    try {
      String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(photograph));
      return "{\"image_base64\": \"" + base64 + "\"}";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request with some elements. */
  static String request(String... elements) {
    return request(List.of(elements));
  }

  /**
   * A request with some elements and the JSON of further fields, such as {@code "details":true}.
   */
  static String request(List<String> elements, String... fields) {
    return elements.stream().collect(Collectors.joining(",", "{\"images\":[", "]"))
        + List.of(fields).stream().map(field -> "," + field).collect(Collectors.joining())
        + "}";
  }
}
