package dev.facecore.internal.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private static final URI PUBLISHED = URI.create("https://host.example/a/b%20c/model.onnx");

  @Test
  void a_mirror_stands_for_scheme_and_host() throws IOException {
    assertEquals(PUBLISHED, Addresses.from(PUBLISHED, Optional.empty()));
    for (String mirror : new String[] {"http://mirror:8080", "http://mirror:8080/"}) {
      assertEquals(
          "http://mirror:8080/a/b%20c/model.onnx",
          Addresses.from(PUBLISHED, Optional.of(URI.create(mirror))).toString());
    }
    assertEquals(
        "https://mirror/below/a/b%20c/model.onnx",
        Addresses.from(PUBLISHED, Optional.of(URI.create("https://mirror/below/"))).toString());
  }

  @Test
  void plain_http_is_for_this_machine_only() throws IOException {
    URI here = URI.create("http://127.0.0.1/model.onnx");
    assertEquals(here, Addresses.from(here, Optional.empty()));
    URI there = URI.create("http://192.0.2.1/model.onnx");
    String message =
        assertThrows(IOException.class, () -> Addresses.from(there, Optional.empty())).getMessage();
    assertTrue(message.contains("http://192.0.2.1/model.onnx is not an https address"), message);
  }
}
