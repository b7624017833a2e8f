package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that goes away stops its work, and nobody else's. */
class ClientGoneIT {
  /** How many requests that fetch may work at once; one more place is left to wait. */
  private static final int FETCHING = 4;

  private static RunningService service;
  private static ServiceClient api;

  @BeforeAll
  static void start() {
    service =
        RunningService.start(
            Map.of("URL_ALLOW_PRIVATE", "true", "MAX_CONCURRENT_REQUESTS", "1", "MAX_QUEUE", "4"));
    api = new ServiceClient(service);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void post(RawClient client, String body) throws IOException {
    client.send(
        "POST /extract-faces HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  @Test
  void leaving_frees_the_place_long_before_the_time_limit() throws Exception {
    try (PictureHost host = new PictureHost()) {
      String held = Photographs.request(Photographs.url(host.at("/held/obama.jpg")));
      List<RawClient> clients = new ArrayList<>();
      for (int i = 0; i < FETCHING; i++) {
        clients.add(new RawClient(service));
        post(clients.get(i), held);
      }
      host.awaitAsked(FETCHING);
      for (RawClient client : clients) client.close();
      // All places to work are taken by those that left; this one waits for one, not for 15 s or
      // 180 s.
      long start = System.nanoTime();
      String photo = Photographs.request(Photographs.url(host.at("/obama.jpg")));
      assertEquals(200, api.extract(photo).status());
      assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }
  }

  @Test
  void leaving_while_waiting_frees_the_place_to_wait() throws Exception {
    try (PictureHost host = new PictureHost()) {
      String held = Photographs.request(Photographs.url(host.at("/held/obama.jpg")));
      List<CompletableFuture<Answer>> working = new ArrayList<>();
      for (int i = 0; i < FETCHING; i++) working.add(api.extractLater(held));
      host.awaitAsked(FETCHING);
      String photo = Photographs.request(Photographs.url(host.at("/obama.jpg")));
      try (RawClient waiting = new RawClient(service)) {
        post(waiting, photo);
        while (!api.get("/metrics").text().contains("facecore_requests_waiting 1.0"))
          Thread.onSpinWait();
      }
      CompletableFuture<Answer> next = api.extractLater(photo);
      // Refused until the one that left is noticed; then it waits, which nothing but the end shows.
      for (int tries = 0; tries < 200 && isRefused(next); tries++) next = api.extractLater(photo);
      host.release();
      for (CompletableFuture<Answer> one : working) assertEquals(200, one.join().status());
      assertEquals(200, next.join().status());
    }
  }

  private static boolean isRefused(CompletableFuture<Answer> answer) {
    try {
      return answer.get(1, TimeUnit.SECONDS).status() == 429;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void leaving_in_the_middle_of_an_upload_frees_the_place() throws IOException {
    for (int i = 0; i < 5; i++) {
      try (RawClient client = new RawClient(service)) {
        client.send(
            "POST /extract-faces HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
      }
    }
    int status = 429;
    for (int tries = 0; status == 429 && tries < 100; tries++) {
      status = api.extract(Photographs.request(Photographs.element("obama.jpg"))).status();
    }
    assertEquals(200, status);
  }

  @Test
  void who_closes_one_side_and_waits_is_told_why_the_work_stopped() throws Exception {
    try (PictureHost host = new PictureHost();
        RawClient client = new RawClient(service)) {
      post(client, Photographs.request(Photographs.url(host.at("/held/obama.jpg"))));
      host.awaitAsked(1);
      client.closeSending();
      String answer = client.readAll();
      assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
      assertTrue(answer.contains("closed on the client's side before the answer"), answer);
    }
  }

  @Test
  void requests_sent_ahead_on_one_connection_are_all_answered() throws Exception {
    try (PictureHost host = new PictureHost();
        RawClient client = new RawClient(service)) {
      post(client, Photographs.request(Photographs.url(host.at("/held/obama.jpg"))));
      host.awaitAsked(1);
      client.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
      // Long enough ahead for the watch over the connection to meet the second request's first
      // byte.
      assertEquals(200, api.get("/ready").status());
      Thread.sleep(500);
      host.release();
      assertTrue(client.readAll().contains("\"unique_faces\":1"));
      assertTrue(client.readAll().contains("\"healthy\""));
    }
  }
}
