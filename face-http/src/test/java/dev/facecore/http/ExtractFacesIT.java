package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facecore.http.settings.Build;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What callers get from the real service for the sample photographs. */
class ExtractFacesIT {
  private static RunningService service;
  private static ServiceClient api;

  @BeforeAll
  static void start() {
    service = RunningService.start(Map.of("URL_ALLOW_PRIVATE", "true"));
    api = new ServiceClient(service);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void three_photographs_of_two_people_give_two() throws IOException {
    Answer answer =
        api.extract(
            Photographs.request(
                Photographs.element("obama.jpg"),
                Photographs.element("biden.jpg"),
                Photographs.element("obama2.jpg")));
    assertEquals(200, answer.status(), answer.error());
    JsonNode body = answer.json();
    assertEquals(2, body.get("unique_faces").asInt());
    assertEquals(2, body.get("faces").size());
    assertEquals(3, body.get("total_faces_detected").asInt());
    assertEquals(3, body.get("images_processed").asInt());
    assertTrue(body.get("processing_time_ms").asDouble() > 0);
    assertEquals(answer.header("X-Request-Id").orElse(null), body.get("request_id").asText());
    assertTrue(body.get("request_id").asText().matches("req_\\d{13}"));
    assertEquals(
        List.of(
            "faces",
            "total_faces_detected",
            "unique_faces",
            "images_processed",
            "request_id",
            "processing_time_ms"),
        names(body));
    for (JsonNode face : body.get("faces")) checkFace(face);
  }

  private static void checkFace(JsonNode face) throws IOException {
    assertEquals(List.of("embedding", "headshot_base64", "confidence", "face_id"), names(face));
    double squares = 0;
    for (JsonNode value : face.get("embedding")) squares += value.asDouble() * value.asDouble();
    assertEquals(512, face.get("embedding").size());
    assertEquals(1, Math.sqrt(squares), 1e-3);
    assertEquals(4, UUID.fromString(face.get("face_id").asText()).version());
    String[] uri = face.get("headshot_base64").asText().split(",");
    assertEquals("data:image/jpeg;base64", uri[0]);
    assertEquals(
        160,
        ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri[1]))).getHeight());
    assertTrue(face.get("confidence").asDouble() >= 0.5 && face.get("confidence").asDouble() <= 1);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void details_tell_where_everyone_was_seen() {
    String request =
        Photographs.request(
            Photographs.url("ftp://nowhere/x"),
            Photographs.element("obama.jpg"),
            Photographs.element("obama2.jpg"),
            "{\"image_base64\": \"QUJD\"}");
    Answer answer = api.extract("{\"details\": true, " + request.substring(1));
    assertEquals(200, answer.status(), answer.error());
    JsonNode face = answer.json().get("faces").get(0);
    assertEquals(1, answer.json().get("faces").size());
    assertEquals(1, face.get("image_index").asInt());
    assertEquals(229.08, face.get("box").get("width").asDouble(), 0.5);
    assertEquals(5, face.get("landmarks").size());
    assertTrue(face.get("quality").asDouble() > 0.5);
    assertEquals(1, face.get("occurrences").size());
    JsonNode other = face.get("occurrences").get(0);
    assertEquals(2, other.get("image_index").asInt());
    assertEquals(0.77, other.get("similarity").asDouble(), 0.02);
    assertEquals(2, answer.json().get("image_errors").size());
    assertEquals(0, answer.json().get("image_errors").get(0).get("image_index").asInt());
    assertEquals(3, answer.json().get("image_errors").get(1).get("image_index").asInt());
    JsonNode model = answer.json().get("model");
    assertEquals("retinaface", model.get("detector").asText());
    assertEquals("ArcFace", model.get("embedder").asText());
    assertEquals(0.4, model.get("threshold").asDouble());
    assertEquals(1.5e-4, model.get("false_match_rate").asDouble(), 1e-6);
    assertEquals(
        List.of("load", "detect", "embed", "dedup"), names(answer.json().get("timings_ms")));
  }

  @Test
  void addresses_are_fetched() throws IOException {
    try (PictureHost host = new PictureHost()) {
      Answer answer =
          api.extract(
              Photographs.request(
                  Photographs.url(host.at("/obama.jpg")), Photographs.url(host.at("/nobody.jpg"))));
      assertEquals(200, answer.status(), answer.error());
      assertEquals(1, answer.json().get("unique_faces").asInt());
      assertEquals(1, answer.json().get("image_errors").get(0).get("image_index").asInt());
    }
  }

  @Test
  void options_are_obeyed() {
    String photos =
        Photographs.request(Photographs.element("obama.jpg"), Photographs.element("obama2.jpg"))
            .substring(1);
    assertEquals(2, people("{\"similarity_threshold\": 0.95, " + photos));
    assertEquals(1, people("{\"similarity_threshold\": 0, " + photos));
    assertEquals(0, people("{\"min_face_size\": 2000, " + photos));
    assertEquals(0, people("{\"min_quality\": 0.99999, " + photos));
    assertEquals(1, people("{\"min_quality\": 0.05, " + photos));
    assertEquals(1, people("{\"dedup\": \"best\", " + photos));
    assertEquals(1, people("{\"dedup\": \"cluster\", " + photos));
    assertEquals(1, people("{\"detection_size\": 320, " + photos));
  }

  private static int people(String request) {
    Answer answer = api.extract(request);
    assertEquals(200, answer.status(), answer.error());
    return answer.json().get("unique_faces").asInt();
  }

  @Test
  void a_picture_without_faces_is_no_error() {
    Answer answer = api.extract(Photographs.request(Photographs.element("coffee.png")));
    assertEquals(200, answer.status(), answer.error());
    assertEquals(0, answer.json().get("faces").size());
    assertEquals(1, answer.json().get("images_processed").asInt());
    assertNull(answer.json().get("image_errors"));
  }

  @Test
  void health_and_ready_tell_version_and_models() {
    for (String path : List.of("health", "ready")) {
      Answer answer = api.get("/" + path);
      assertEquals(200, answer.status());
      assertEquals(
          path.equals("health") ? "healthy" : "ready", answer.json().get("status").asText());
      assertEquals(Build.version(), answer.json().get("version").asText());
      assertEquals("ArcFace + retinaface", answer.json().get("face_detection_model").asText());
      assertTrue(
          answer
              .json()
              .get("timestamp")
              .asText()
              .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"));
      assertFalse(answer.requestId().isBlank());
    }
  }
}
