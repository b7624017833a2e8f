package dev.facecore.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/**
 * Many clients at once with bodies of all kinds, some sending garbage, some leaving: every answer
 * equals the one given alone, and nothing is left behind. Runs for a few seconds; {@code
 * -Dload.seconds=60} for a minute.
 */
class LoadIT {
  private static final int CLIENTS = 64;
  private static final int SECONDS = Integer.getInteger("load.seconds", 2);
  private static final int SETTLED_THREADS = 8;
  private static final long SETTLED_BYTES = 30L << 20;

  private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
  private final LongAdder left = new LongAdder();

  @Test
  void no_answer_is_wrong_and_nothing_is_left_behind() throws Exception {
    try (RunningService service = RunningService.start()) {
      ServiceClient api = new ServiceClient(service);
      List<Body> bodies =
          List.of(
              Body.json(Photographs.request(Photographs.element("obama.jpg"))),
              Body.json(
                  Photographs.request(
                      Photographs.element("obama2.jpg"), Photographs.element("biden.jpg"))),
              Body.json(
                  "{\"details\": true, "
                      + Photographs.request(
                              Photographs.element("astronaut.png"), "{\"image_base64\": \"QUJD\"}")
                          .substring(1)),
              Body.form(
                  new FormBody()
                      .file("images", Photographs.path("obama2.jpg"))
                      .file("images", Photographs.path("biden.jpg"))
                      .field("details", "true")),
              Body.form(new FormBody().file("file", Photographs.path("coffee.png"))),
              Body.picture(Photographs.path("obama.jpg")));
      List<JsonNode> alone = bodies.stream().map(body -> body.ask(api).comparable()).toList();
      assertEquals(List.of(1, 2, 1, 2, 0, 1), alone.stream().map(LoadIT::people).toList());
      int threadsBefore = Thread.getAllStackTraces().size();
      long bytesBefore = usedHeap();

      load(service, api, bodies, alone);

      Map<Integer, LongAdder> sorted = new TreeMap<>(statuses);
      System.out.println(
          "load: "
              + SECONDS
              + " s, "
              + CLIENTS
              + " clients, answers by status "
              + sorted
              + ", left "
              + left);
      assertTrue(statuses.get(200).sum() > 0 && left.sum() > 0 && statuses.get(400).sum() > 0);
      assertEquals(List.of(), statuses.keySet().stream().filter(status -> status >= 500).toList());
      assertEquals(200, bodies.get(0).ask(api).status());
      awaitSettled(threadsBefore, bytesBefore);
    }
  }

  private void load(
      RunningService service, ServiceClient api, List<Body> bodies, List<JsonNode> alone)
      throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    List<Future<?>> running = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      Random random = new Random(client);
      Callable<Void> work =
          () -> {
            while (System.nanoTime() < end) step(service, api, bodies, alone, random);
            return null;
          };
      running.add(clients.submit(work));
    }
    for (Future<?> client : running) client.get();
    clients.shutdown();
  }

  private void step(
      RunningService service,
      ServiceClient api,
      List<Body> bodies,
      List<JsonNode> alone,
      Random random)
      throws IOException {
    int which = random.nextInt(bodies.size());
    Body body = bodies.get(which);
    int part = random.nextInt(body.bytes().length);
    switch (random.nextInt(8)) {
      case 0 -> count(body.cut(part).ask(api).status());
      case 1 -> count(body.misspelt().ask(api).status());
      case 2 -> leave(service, body, part);
      case 3 -> leave(service, body, body.bytes().length);
      default -> {
        Answer answer = body.ask(api);
        count(answer.status());
        if (answer.status() == 200) assertEquals(alone.get(which), answer.comparable());
      }
    }
  }

  private void leave(RunningService service, Body body, int sent) throws IOException {
    try (RawClient client = new RawClient(service)) {
      client.send(
          "POST /extract-faces HTTP/1.1\r\nHost: x\r\nContent-Type: "
              + body.type()
              + "\r\nContent-Length: "
              + body.bytes().length
              + "\r\n\r\n");
      client.send(new String(body.bytes(), 0, sent, ISO_8859_1));
    } catch (IOException e) {
      // The service may refuse and close while the request is still being sent.
    }
    left.increment();
  }

  private void count(int status) {
    statuses.computeIfAbsent(status, key -> new LongAdder()).increment();
  }

  private static int people(JsonNode answer) {
    return answer.get("unique_faces").asInt();
  }

  /** A body of one of the three kinds. */
  private record Body(String path, String type, byte[] bytes) {
    private static final String PEOPLE = "/extract-faces";

    static Body json(String json) {
      return new Body(PEOPLE, "application/json", json.getBytes(ISO_8859_1));
    }

    static Body form(FormBody form) {
      return new Body(PEOPLE, FormBody.TYPE, form.bytes());
    }

    static Body picture(Path file) throws IOException {
      return new Body(PEOPLE + "?details=true", "image/jpeg", Files.readAllBytes(file));
    }

    Body cut(int length) {
      return new Body(path, type, Arrays.copyOf(bytes, length));
    }

    /** With a name that is not known: in the query of a picture, in the body of the others. */
    Body misspelt() {
      String text = new String(bytes, ISO_8859_1).replace("images", "imagse");
      text = text.replace("\"file\"", "\"flie\"");
      return new Body(path.replace("details", "detials"), type, text.getBytes(ISO_8859_1));
    }

    Answer ask(ServiceClient api) {
      return api.post(path, type, bytes);
    }
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  // Idle threads of pools end by themselves, and the collector takes more than one round.
  private static void awaitSettled(int threadsBefore, long bytesBefore)
      throws InterruptedException {
    int threads = 0;
    long bytes = 0;
    for (int tries = 0; tries < 100; tries++) {
      threads = serviceThreads();
      bytes = usedHeap() - bytesBefore;
      if (threads <= SETTLED_THREADS + threadsBefore && bytes <= SETTLED_BYTES) break;
      Thread.sleep(200);
    }
    System.out.println(
        "load: afterwards "
            + threads
            + " threads ("
            + threadsBefore
            + " before), heap "
            + (bytes >> 10)
            + " KiB above");
    assertTrue(
        threads <= SETTLED_THREADS + threadsBefore,
        threads + " threads, " + threadsBefore + " before");
    assertTrue(bytes <= SETTLED_BYTES, bytes + " bytes more than before");
  }

  private static int serviceThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.getName().startsWith("HttpClient"))
            .filter(thread -> !thread.getName().matches("(JettyServerThreadPool|qtp).*"))
            .count();
  }
}
