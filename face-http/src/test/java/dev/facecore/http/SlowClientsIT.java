package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.http.connection.LeastRate;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that send or take slowly, at a service of one place. */
class SlowClientsIT {
  private static final int FACES = 40;

  private static RunningService service;

  @BeforeAll
  static void start() {
    service =
        RunningService.startUnready(
            Map.of("MAX_CONCURRENT_REQUESTS", "1", "MAX_QUEUE", "0"),
            new LeastRate(1_000, Duration.ofMillis(500)));
    service.loadModels();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void post(RawHttp client, int length, String body) throws IOException {
    client.send(
        "POST /extract-faces HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Connection: close\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + body);
  }

  /** One photograph, each time cut a little closer, so that no two faces are the same. */
  private static String manyFaces() throws IOException {
    BufferedImage photograph = ImageIO.read(Photographs.path("obama.jpg").toFile());
    List<String> images = new ArrayList<>();
    for (int cut = 0; cut < FACES; cut++) {
      BufferedImage part =
          photograph.getSubimage(
              cut, cut, photograph.getWidth() - cut, photograph.getHeight() - cut);
      ByteArrayOutputStream encoded = new ByteArrayOutputStream();
      ImageIO.write(part, "jpg", encoded);
      images.add(
          "{\"image_base64\":\""
              + Base64.getEncoder().encodeToString(encoded.toByteArray())
              + "\"}");
    }
    return images.stream()
        .collect(Collectors.joining(",", "{\"similarity_threshold\":1,\"images\":[", "]}"));
  }

  @Test
  void an_answer_that_is_not_taken_holds_no_place() throws IOException {
    String body = manyFaces();
    try (RawHttp reader = new RawHttp(service, 4096)) {
      post(reader, body.length(), body);
      List<String> head = reader.readHead();
      assertEquals("HTTP/1.1 200 OK", head.get(0));
      assertTrue(head.contains("Connection: close"), head::toString);
      // The rest of the answer is more than the systems of both sides keep.
      Answer other = new ServiceClient(service).extract("{}");
      assertEquals(400, other.status(), other.error());
      JsonNode answer = new ObjectMapper().readTree(withoutChunks(reader.readRest()));
      assertEquals(FACES, answer.get("faces").size());
      assertEquals(FACES, answer.get("total_faces_detected").asInt());
      assertTrue(answer.get("request_id").asText().startsWith("req_"));
    }
  }

  private static String withoutChunks(String chunked) {
    StringBuilder body = new StringBuilder();
    int at = 0;
    while (true) {
      int end = chunked.indexOf("\r\n", at);
      int length = Integer.parseInt(chunked.substring(at, end), 16);
      if (length == 0) return body.toString();
      body.append(chunked, end + 2, end + 2 + length);
      at = end + 2 + length + 2;
    }
  }

  @Test
  void a_body_below_the_least_rate_is_refused_and_its_place_given_back() throws IOException {
    for (String start : List.of("", "{", "{\"images\": [")) {
      try (RawHttp client = new RawHttp(service)) {
        post(client, 1_000, start);
        assertEquals("HTTP/1.1 408 Request Timeout", client.readHead().get(0));
        String sentence = client.readBody();
        assertTrue(
            sentence.contains("The body arrived at less than 1000 bytes a second"), sentence);
      }
    }
    assertEquals(400, new ServiceClient(service).extract("{}").status());
  }
}
