package dev.facecore.http;

import static dev.facecore.http.Photographs.asBase64;
import static dev.facecore.http.Photographs.path;
import static dev.facecore.http.Photographs.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real answers keep to openapi.json. */
class DocumentedAnswersTest {
  private static final ApiDocument DOCUMENT = ApiDocument.read();
  private static final String PEOPLE = "/extract-faces";
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void the_committed_document_is_served() {
    Answer answer = ServiceClient.get(service.at("/openapi.json"));
    assertEquals(DOCUMENT.text, answer.text());
    assertDocumented(200, "get", "/openapi.json", answer);
  }

  @Test
  void state() {
    assertDocumented(200, "get", "/health", ServiceClient.get(service.at("/health")));
    assertDocumented(200, "get", "/ready", ServiceClient.get(service.at("/ready")));
  }

  @Test
  void not_ready() {
    try (RunningService starting = RunningService.startUnready(Map.of())) {
      assertDocumented(200, "get", "/health", ServiceClient.get(starting.at("/health")));
      assertDocumented(503, "get", "/ready", ServiceClient.get(starting.at("/ready")));
      Answer answer = ServiceClient.post(starting.at(PEOPLE), request(List.of(tinyImage())));
      assertDocumented(503, "post", PEOPLE, answer);
    }
  }

  @Test
  void pages() {
    for (String page : List.of("/", "/docs", "/redoc")) {
      assertDocumented(200, "get", page, ServiceClient.get(service.at(page)));
    }
  }

  @Test
  void people() {
    Answer answer = ask(request(List.of(asBase64(path("astronaut.png")))));
    assertDocumented(200, "post", PEOPLE, answer);
    assertTrue(answer.text().contains("\"unique_faces\":1"));
  }

  @Test
  void people_with_details_beside_an_image_that_is_none() {
    List<String> elements =
        List.of(
            asBase64(path("obama.jpg")),
            asBase64(path("obama2.jpg")),
            "{\"image_base64\":\"bm8gaW1hZ2U=\"}");
    Answer answer = ask(request(elements, "\"details\":true"));
    assertDocumented(200, "post", PEOPLE, answer);
    assertTrue(answer.text().contains("\"occurrences\":[{"), "a second sighting");
    assertTrue(answer.text().contains("\"image_errors\":[{\"image_index\":2"), "an image error");
  }

  @Test
  void the_examples_are_answered() {
    String at = "/paths/~1extract-faces/post/requestBody/content/application~1json/examples";
    int examples = 0;
    for (var example : DOCUMENT.root.at(at)) {
      Answer answer = ask(example.get("value").toString());
      assertDocumented(200, "post", PEOPLE, answer);
      assertTrue(answer.text().contains("\"unique_faces\":1"), answer.text());
      examples++;
    }
    assertEquals(2, examples);
  }

  @Test
  void refusals() {
    assertDocumented(400, "post", PEOPLE, ask("{\"images\":"));
    assertDocumented(400, "post", PEOPLE, ask(request(List.of(tinyImage()), "\"treshold\":1")));
    assertDocumented(400, "post", PEOPLE, ask(request(List.of("{\"image_base64\":\"AAAA\"}"))));
    assertDocumented(404, "post", PEOPLE, ServiceClient.get(service.at("/nowhere")));
    assertDocumented(405, "post", PEOPLE, ServiceClient.get(service.at(PEOPLE)));
    assertDocumented(405, "post", PEOPLE, ServiceClient.post(service.at("/docs"), "{}"));
    Answer text =
        ServiceClient.send("POST", service.at(PEOPLE), "{}", "Content-Type", "text/plain");
    assertDocumented(415, "post", PEOPLE, text);
  }

  @Test
  void a_body_over_the_limit() {
    try (RunningService small = RunningService.start(Map.of("MAX_REQUEST_BYTES", "100"))) {
      String request = request(List.of(tinyImage(), tinyImage()));
      assertDocumented(413, "post", PEOPLE, ServiceClient.post(small.at(PEOPLE), request));
    }
  }

  @Test
  void the_people_of_an_example_are_those_of_its_answer() throws IOException {
    String post = "/paths/~1extract-faces/post";
    JsonNode expected =
        DOCUMENT.root.at(post + "/responses/200/content/application~1json/examples/person/value");
    String base64 = tinyImage().replace("}", ",").replace("{", "{\"images\":[{");
    JsonNode answer =
        new ObjectMapper().readTree(ask(base64.replaceFirst(",$", "}],\"details\":true}")).text());
    for (String field : List.of("box", "quality", "confidence", "landmarks")) {
      assertEquals(
          expected.at("/faces/0").get(field), answer.at("/faces/0").get(field), "field " + field);
    }
  }

  private static Answer ask(String json) {
    return ServiceClient.post(service.at(PEOPLE), json);
  }

  private static String tinyImage() {
    String at = "/components/schemas/Image/properties/image_base64/examples/0";
    return "{\"image_base64\":\"" + DOCUMENT.root.at(at).asText() + "\"}";
  }

  private static void assertDocumented(int status, String method, String path, Answer answer) {
    assertEquals(status, answer.status(), answer.text());
    assertEquals(List.of(), DOCUMENT.violations(method, path, answer), answer.text());
  }
}
