package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
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
 * Many clients at once, some sending garbage, some leaving: every answer equals the one given
 * alone, and nothing is left behind. Runs for a few seconds; {@code -Dload.seconds=60} for a
 * minute.
 */
class LoadIT {
  private static final int CLIENTS = 64;
  private static final int SECONDS = Integer.getInteger("load.seconds", 5);
  private static final int SETTLED_THREADS = 8;
  private static final long SETTLED_BYTES = 30L << 20;

  private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
  private final LongAdder left = new LongAdder();

  @Test
  void no_answer_is_wrong_and_nothing_is_left_behind() throws Exception {
    try (RunningService service = RunningService.start()) {
      Api api = new Api(service);
      List<String> requests =
          List.of(
              Api.request(Api.photo("obama.jpg")),
              Api.request(Api.photo("obama2.jpg"), Api.photo("biden.jpg")),
              "{\"details\": true, "
                  + Api.request(Api.photo("astronaut.png"), "{\"image_base64\": \"QUJD\"}")
                      .substring(1),
              Api.request(Api.photo("coffee.png")));
      List<JsonNode> alone =
          requests.stream().map(request -> comparable(api.extract(request))).toList();
      int threadsBefore = Thread.getAllStackTraces().size();
      long bytesBefore = usedHeap();

      load(service, api, requests, alone);

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
      assertEquals(200, api.extract(requests.get(0)).status());
      awaitSettled(threadsBefore, bytesBefore);
    }
  }

  private void load(RunningService service, Api api, List<String> requests, List<JsonNode> alone)
      throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    List<Future<?>> running = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      Random random = new Random(client);
      Callable<Void> work =
          () -> {
            while (System.nanoTime() < end) step(service, api, requests, alone, random);
            return null;
          };
      running.add(clients.submit(work));
    }
    for (Future<?> client : running) client.get();
    clients.shutdown();
  }

  private void step(
      RunningService service, Api api, List<String> requests, List<JsonNode> alone, Random random)
      throws IOException {
    int which = random.nextInt(requests.size());
    String request = requests.get(which);
    switch (random.nextInt(8)) {
      case 0 -> count(api.extract(request.substring(0, random.nextInt(request.length()))).status());
      case 1 -> count(api.extract(request.replace("images", "imagse")).status());
      case 2 -> leave(service, request, random.nextInt(request.length()));
      case 3 -> leave(service, request, request.length());
      default -> {
        Api.Answer answer = api.extract(request);
        count(answer.status());
        if (answer.status() == 200) assertEquals(alone.get(which), comparable(answer));
      }
    }
  }

  private void leave(RunningService service, String request, int sent) throws IOException {
    try (RawClient client = new RawClient(service)) {
      client.send(
          "POST /extract-faces HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
              + request.length()
              + "\r\n\r\n"
              + request.substring(0, sent));
    } catch (IOException e) {
      // The service may refuse and close while the request is still being sent.
    }
    left.increment();
  }

  private void count(int status) {
    statuses.computeIfAbsent(status, key -> new LongAdder()).increment();
  }

  /** An answer without what differs from one to the next. */
  private static JsonNode comparable(Api.Answer answer) {
    ObjectNode body = answer.body().deepCopy();
    body.remove(List.of("request_id", "processing_time_ms", "timings_ms"));
    body.withArray("faces").forEach(face -> ((ObjectNode) face).remove("face_id"));
    return body;
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
