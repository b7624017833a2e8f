package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every row of the contract's table of errors, from the real service. */
class ErrorTableIT {
  private static RunningService service;
  private static ServiceClient api;

  @BeforeAll
  static void start() {
    service =
        RunningService.start(
            Map.of(
                "URL_ALLOW_PRIVATE", "true",
                "MAX_REQUEST_BYTES", "3000000",
                "MAX_IMAGES_PER_REQUEST", "4",
                "MAX_FACES_PER_REQUEST", "2",
                "REQUEST_TIMEOUT", "2"));
    api = new ServiceClient(service);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void checkBody(Answer answer, int status) {
    assertEquals(status, answer.status(), answer.error());
    List<String> names = new ArrayList<>();
    answer.json().fieldNames().forEachRemaining(names::add);
    assertEquals(List.of("error", "request_id", "timestamp"), names);
    assertFalse(answer.error().isBlank());
    assertFalse(
        answer.error().matches("(?s).*(Exception|\\bat [a-z]+\\.|java\\.|/home|/tmp).*"),
        answer.error());
    assertEquals(
        answer.header("X-Request-Id").orElse(null), answer.json().get("request_id").asText());
    assertTrue(
        answer
            .json()
            .get("timestamp")
            .asText()
            .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"));
  }

  @Test
  void status_400_for_what_is_wrong_with_the_request() {
    checkBody(api.extract("no json"), 400);
    checkBody(api.extract(Photographs.request("{}")), 400);
    Answer none =
        api.extract(
            Photographs.request("{\"image_base64\": \"QUJD\"}", Photographs.url("nonsense")));
    checkBody(none, 400);
    assertTrue(none.error().startsWith("No image could be loaded; image 0: "), none.error());
  }

  @Test
  void status_400_where_a_parser_has_no_place_to_name() {
    checkBody(api.extract("{\"min_face_size\": " + "1".repeat(1001) + "}"), 400);
    checkBody(api.extract("{\"" + "n".repeat(59) + "\ud83d\ude00\": 1}"), 400);
    checkBody(api.extract("{\"" + "n".repeat(60_000) + "\": 1}"), 400);
    String wrong = "{\"image_base64\": \"-" + "A".repeat(16_384) + "\"}";
    Answer alone = api.extract(Photographs.request(wrong));
    checkBody(alone, 400);
    assertTrue(alone.error().contains("The image is not valid base64."), alone.error());
    Answer beside =
        api.extract(
            Photographs.request(
                Photographs.element("obama.jpg"), wrong, "{\"image_url\": \"http://a\\ud800/\"}"));
    assertEquals(200, beside.status());
    assertEquals(2, beside.json().get("image_errors").size());
  }

  @Test
  void status_400_for_more_faces_than_an_answer_may_hold() {
    String photo = Photographs.element("obama.jpg");
    assertEquals(200, api.extract(Photographs.request(photo, photo)).status());
    Answer crowd = api.extract(Photographs.request(photo, photo, photo));
    checkBody(crowd, 400);
    assertTrue(crowd.error().contains("more than 2 faces"), crowd.error());
  }

  @Test
  void status_404_405_and_415() {
    checkBody(api.get("/nothing-here"), 404);
    Answer wrongMethod = ServiceClient.send(api.to("/extract-faces").DELETE().build());
    checkBody(wrongMethod, 405);
    assertEquals("POST", wrongMethod.header("Allow").orElse(null));
    HttpRequest.BodyPublisher body =
        HttpRequest.BodyPublishers.ofString(Photographs.request(Photographs.element("obama.jpg")));
    checkBody(ServiceClient.send(api.to("/extract-faces").POST(body).build()), 415);
    checkBody(
        ServiceClient.send(
            api.to("/extract-faces").header("Content-Type", "text/plain").POST(body).build()),
        415);
  }

  @Test
  void status_408_within_a_second_of_the_deadline_and_the_work_stops() throws Exception {
    try (PictureHost host = new PictureHost()) {
      long start = System.nanoTime();
      Answer answer = api.extract(Photographs.request(Photographs.url(host.at("/held/obama.jpg"))));
      checkBody(answer, 408);
      assertTrue(answer.error().contains("2 s"), answer.error());
      assertTrue(System.nanoTime() - start < 3_000_000_000L);
      assertEquals(
          200, api.extract(Photographs.request(Photographs.element("obama.jpg"))).status());
    }
  }

  @Test
  void status_408_for_an_upload_that_drips() throws IOException {
    try (RawClient client = new RawClient(service)) {
      client.send(
          "POST /extract-faces HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
      assertTrue(client.readAll().startsWith("HTTP/1.1 408 "));
    }
  }

  @Test
  void status_413_without_reading_on() {
    Answer answer =
        api.extract("{\"images\": [{\"image_base64\": \"" + "A".repeat(20_000_000) + "\"}]}");
    checkBody(answer, 413);
    assertTrue(answer.error().contains("3000000 bytes"), answer.error());
  }

  @Test
  void status_429_when_more_wait_than_may() throws Exception {
    Map<String, String> small =
        Map.of("URL_ALLOW_PRIVATE", "true", "MAX_CONCURRENT_REQUESTS", "1", "MAX_QUEUE", "1");
    try (RunningService narrow = RunningService.start(small);
        PictureHost host = new PictureHost()) {
      ServiceClient callers = new ServiceClient(narrow);
      String held = Photographs.request(Photographs.url(host.at("/held/obama.jpg")));
      CompletableFuture<Answer> working = callers.extractLater(held);
      host.awaitAsked(1);
      CompletableFuture<Answer> second = callers.extractLater(held);
      CompletableFuture<Answer> third = callers.extractLater(held);
      // One of the two takes the only place to wait; whichever comes later is refused at once.
      Answer refused = (Answer) CompletableFuture.anyOf(second, third).join();
      checkBody(refused, 429);
      assertNotNull(refused.header("Retry-After").orElse(null));
      host.release();
      assertEquals(200, working.join().status());
      assertEquals(629, second.join().status() + third.join().status());
    }
  }

  @Test
  void status_503_until_the_models_are_loaded() {
    try (RunningService unready = RunningService.startUnready(Map.of())) {
      ServiceClient early = new ServiceClient(unready);
      checkBody(early.get("/ready"), 503);
      checkBody(early.extract(Photographs.request(Photographs.element("obama.jpg"))), 503);
      assertEquals(200, early.get("/health").status());
      unready.loadModels();
      assertEquals(200, early.get("/ready").status());
      assertEquals(
          200, early.extract(Photographs.request(Photographs.element("obama.jpg"))).status());
    }
  }

  @Test
  void what_the_web_server_refuses_has_the_same_body() throws IOException {
    List<String> bad =
        List.of(
            "GARBAGE\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
            "POST /extract-faces HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{");
    for (String request : bad) {
      try (RawClient client = new RawClient(service)) {
        client.send(request);
        String answer = client.readAll();
        assertTrue(
            answer.matches(
                "(?s)HTTP/1\\.1 4\\d\\d .*\\{\"error\":\".*\",\"request_id\":\"req_\\d{13}\",\"timestamp\":\"[^\"]*\"}"),
            request.substring(0, 10) + answer);
      }
    }
    assertEquals(6, bad.size());
  }
}
