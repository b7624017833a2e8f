package dev.facecore.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 100).boxed().toList();

  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(3, 3, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
  private final Spread spread = new Spread(workers);

  @AfterEach
  void stop() {
    workers.shutdownNow();
  }

  private <R> R onWorker(Callable<R> work) {
    return CompletableFuture.supplyAsync(() -> unchecked(work), workers).join();
  }

  private static <R> R unchecked(Callable<R> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  @Test
  void results_come_in_the_order_of_the_items() {
    for (int round = 0; round < 200; round++) {
      assertEquals(
          ITEMS.stream().map(i -> i * i).toList(),
          onWorker(() -> spread.map(ITEMS, item -> item * item)));
    }
    assertEquals(List.of(), onWorker(() -> spread.map(List.of(), Function.identity())));
  }

  @Test
  void idle_workers_help() {
    CyclicBarrier three = new CyclicBarrier(3);
    Function<Integer, Integer> meeting =
        item -> {
          try {
            return three.await() >= 0 ? item : -1;
          } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
          }
        };
    // Ends only if three threads are in it at once.
    assertEquals(List.of(0, 1, 2), onWorker(() -> spread.map(List.of(0, 1, 2), meeting)));
  }

  @Test
  void a_failure_that_no_signature_names_comes_as_it_is_from_any_thread() {
    Exception failure = new Exception("as native code throws it");
    CyclicBarrier three = new CyclicBarrier(3);
    Function<Integer, Integer> work =
        item -> {
          try {
            three.await();
          } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
          }
          SpreadTest.<RuntimeException>raise(failure);
          return item;
        };
    // Three threads fail, with one exception: the JVM has one OutOfMemoryError for all.
    CompletionException thrown =
        assertThrows(
            CompletionException.class, () -> onWorker(() -> spread.map(List.of(0, 1, 2), work)));
    assertSame(failure, thrown.getCause());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void raise(Exception failure) throws E {
    throw (E) failure;
  }

  @Test
  void busy_workers_are_left_alone() {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      workers.execute(
          () -> {
            busy.countDown();
            unchecked(() -> release.await(60, TimeUnit.SECONDS));
          });
    }
    unchecked(() -> busy.await(60, TimeUnit.SECONDS));
    List<Thread> threads =
        onWorker(() -> spread.map(ITEMS, item -> Thread.currentThread())).stream()
            .distinct()
            .toList();
    release.countDown();
    assertEquals(1, threads.size());
  }

  @Test
  void a_failure_is_thrown_when_nothing_is_running_any_more() {
    AtomicInteger running = new AtomicInteger();
    IllegalStateException failure = new IllegalStateException("face 40");
    Function<Integer, Integer> work =
        item -> {
          running.incrementAndGet();
          try {
            if (item == 40) throw failure;
            return item;
          } finally {
            running.decrementAndGet();
          }
        };
    int rounds = 500;
    int failed = 0;
    for (int i = 0; i < rounds; i++) {
      CompletionException thrown =
          assertThrows(
              CompletionException.class,
              () ->
                  onWorker(
                      () -> {
                        try {
                          return spread.map(ITEMS, work);
                        } finally {
                          assertEquals(0, running.get());
                        }
                      }));
      assertSame(failure, thrown.getCause());
      failed++;
    }
    assertEquals(rounds, failed);
    assertFalse(workers.isShutdown());
  }
}
