package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FetchSlotsTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void a_place_is_waited_for_and_handed_on() throws Exception {
    FetchSlots slots = new FetchSlots(1, 2);
    FetchSlots.Slot first = slots.take(new Object(), Set.of("a"), Deadline.unlimited());
    Waiting second = new Waiting(slots, "a", Deadline.unlimited());
    second.awaitBlocked();
    slots
        .take(new Object(), Set.of("b"), Deadline.unlimited())
        .close(); // another host does not wait behind it
    assertFalse(second.result.isDone());
    first.close();
    first.close(); // gives back one place only
    second.result.get(5, TimeUnit.SECONDS);
    new Waiting(slots, "a", Deadline.unlimited()).awaitBlocked();
  }

  @Test
  void places_in_all_are_bounded_and_given_in_the_order_of_asking() throws Exception {
    FetchSlots slots = new FetchSlots(5, 1);
    FetchSlots.Slot first = slots.take(new Object(), Set.of("a"), Deadline.unlimited());
    Waiting second = new Waiting(slots, "b", Deadline.unlimited());
    second.awaitBlocked();
    Waiting third = new Waiting(slots, "c", Deadline.unlimited());
    third.awaitBlocked();
    first.close();
    FetchSlots.Slot next = second.result.get(5, TimeUnit.SECONDS);
    assertFalse(third.result.isDone());
    next.close();
    third.result.get(5, TimeUnit.SECONDS);
  }

  @Test
  void jobs_share_the_places_of_a_key_and_leave_one_for_a_newcomer() throws Exception {
    FetchSlots slots = new FetchSlots(6, 100);
    Object first = new Object();
    Object second = new Object();
    for (int i = 0; i < 3; i++) slots.take(first, Set.of("a"), Deadline.unlimited());
    Waiting fourth = new Waiting(slots, first, Set.of("a"), Deadline.unlimited());
    fourth.awaitBlocked();
    for (int i = 0; i < 2; i++) slots.take(second, Set.of("a"), Deadline.unlimited());
    Waiting third = new Waiting(slots, second, Set.of("a"), Deadline.unlimited());
    third.awaitBlocked();
    slots.take(new Object(), Set.of("a"), Deadline.unlimited());
    for (int i = 0; i < 3; i++) slots.take(second, Set.of("b"), Deadline.unlimited());
  }

  @Test
  void every_key_of_a_place_bounds_it() throws Exception {
    FetchSlots slots = new FetchSlots(1, 100);
    FetchSlots.Slot both =
        slots.take(new Object(), Set.of("name", "address"), Deadline.unlimited());
    Waiting byName =
        new Waiting(slots, new Object(), Set.of("name", "other"), Deadline.unlimited());
    byName.awaitBlocked();
    Waiting byAddress =
        new Waiting(slots, new Object(), Set.of("x", "address"), Deadline.unlimited());
    byAddress.awaitBlocked();
    slots.take(new Object(), Set.of("other", "y"), Deadline.unlimited()).close();
    both.close();
    byName.result.get(5, TimeUnit.SECONDS).close();
    byAddress.result.get(5, TimeUnit.SECONDS).close();
  }

  @Test
  void who_gives_up_waiting_leaves_the_queue() throws Exception {
    FetchSlots slots = new FetchSlots(1, 1);
    FetchSlots.Slot first = slots.take(new Object(), Set.of("a"), Deadline.unlimited());
    assertThrows(
        DeadlineException.class,
        () -> slots.take(new Object(), Set.of("a"), Deadline.after(Duration.ofMillis(50))));
    Deadline cancelled = Deadline.unlimited();
    Waiting waiting = new Waiting(slots, "a", cancelled);
    waiting.awaitBlocked();
    cancelled.cancel();
    assertThrows(Exception.class, () -> waiting.result.get(1, TimeUnit.SECONDS));
    Waiting interrupted = new Waiting(slots, "a", Deadline.unlimited());
    interrupted.awaitBlocked();
    interrupted.thread.interrupt();
    assertThrows(Exception.class, () -> interrupted.result.get(1, TimeUnit.SECONDS));
    first.close();
    slots.take(new Object(), Set.of("a"), Deadline.after(Duration.ofSeconds(5))).close();
  }

  @Test
  void a_server_never_sees_more_connections_than_the_policy_allows() throws Exception {
    Map<String, AtomicInteger> now = new ConcurrentHashMap<>();
    AtomicInteger all = new AtomicInteger();
    Map<String, Integer> most = new ConcurrentHashMap<>();
    CyclicBarrier pair = new CyclicBarrier(2); // nobody is answered before two are there
    try (RawServer server = new RawServer()) {
      for (String path : List.of("/a", "/b")) {
        server.on(
            path,
            (in, out) -> {
              int here = now.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
              most.merge(path, here, Math::max);
              most.merge("all", all.incrementAndGet(), Math::max);
              pair.await(5, TimeUnit.SECONDS);
              now.get(path).decrementAndGet();
              all.decrementAndGet();
              out.write("HTTP/1.1 200 OK\r\n\r\npicture".getBytes());
            });
      }
      FetchPolicy policy = new FetchPolicy(true, 100, Fetchers.times(10_000), 0, 2, 3);
      Map<String, InetAddress[]> here =
          Map.of(
              "a.example", new InetAddress[] {Fetchers.ip("127.0.0.1")},
              "b.example", new InetAddress[] {Fetchers.ip("127.0.0.1"), Fetchers.ip("127.0.0.2")});
      try (ImageFetcher fetcher = Fetchers.of(policy, here::get, Connector.TCP)) {
        List<Future<byte[]>> fetches = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
          String host = i % 2 == 0 ? "a" : "b";
          String address = "http://" + host + ".example:" + server.port() + "/" + host;
          fetches.add(threads.submit(() -> fetcher.fetch(address, Deadline.unlimited())));
        }
        for (Future<byte[]> fetch : fetches) {
          assertEquals("picture", new String(fetch.get(10, TimeUnit.SECONDS)));
        }
      }
      assertEquals(24, server.connections());
    }
    assertTrue(most.get("/a") <= 2 && most.get("/b") <= 2, most.toString());
    assertTrue(most.get("all") >= 2 && most.get("all") <= 3, most.toString());
  }

  @Test
  void many_threads_that_come_and_go_leave_no_place_taken() throws Exception {
    FetchSlots slots = new FetchSlots(2, 3);
    AtomicInteger inside = new AtomicInteger();
    ConcurrentLinkedQueue<Integer> seen = new ConcurrentLinkedQueue<>();
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String host = "h" + i % 3;
      all.add(
          threads.submit(
              () -> {
                start.await();
                for (int round = 0; round < 200; round++) {
                  try (FetchSlots.Slot slot =
                      slots.take(new Object(), Set.of(host), Deadline.unlimited())) {
                    assertTrue(slot != null);
                    seen.add(inside.incrementAndGet());
                    inside.decrementAndGet();
                  }
                }
                return null;
              }));
    }
    start.countDown();
    for (Future<?> one : all) one.get(10, TimeUnit.SECONDS);
    assertEquals(1600, seen.size());
    assertTrue(seen.stream().allMatch(count -> count <= 3));
    for (String host : List.of("h0", "h1", "h2"))
      slots.take(new Object(), Set.of(host), Deadline.unlimited());
    assertThrows(
        DeadlineException.class,
        () -> slots.take(new Object(), Set.of("h3"), Deadline.after(Duration.ofMillis(20))));
  }

  /** A thread that asks for a place. */
  private final class Waiting {
    private volatile Thread thread;
    private final Future<FetchSlots.Slot> result;

    Waiting(FetchSlots slots, String host, Deadline deadline) {
      this(slots, new Object(), Set.of(host), deadline);
    }

    Waiting(FetchSlots slots, Object job, Set<String> keys, Deadline deadline) {
      result =
          threads.submit(
              () -> {
                thread = Thread.currentThread();
                return slots.take(job, keys, deadline);
              });
    }

    void awaitBlocked() {
      while (thread == null || thread.getState() != Thread.State.WAITING) {
        assertFalse(result.isDone(), "got a place at once");
        Thread.onSpinWait();
      }
    }
  }
}
