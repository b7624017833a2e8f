package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DeadlineTest {
  private static final Duration LONG = Duration.ofHours(1);
  private final AtomicInteger fired = new AtomicInteger();

  @Test
  void none_is_not_over_until_it_is_cancelled() {
    Deadline deadline = Deadline.none();
    deadline.check();
    assertFalse(deadline.isOver());
    assertEquals(LONG, deadline.remaining(LONG));
    deadline.cancel();
    assertTrue(deadline.isOver());
    assertEquals(Duration.ZERO, deadline.remaining(LONG));
    assertEquals(
        "the work was cancelled",
        assertThrows(DeadlineException.class, deadline::check).getMessage());
  }

  @Test
  void after_a_time_it_is_over_and_tells_its_watches() throws Exception {
    Deadline deadline = Deadline.after(Duration.ofMillis(120));
    CountDownLatch told = new CountDownLatch(1);
    try (Deadline.Watch watch = deadline.watch(told::countDown)) {
      told.await();
    }
    assertTrue(deadline.isOver());
    assertEquals(
        "the time limit of 0.12 s passed",
        assertThrows(DeadlineException.class, deadline::check).getMessage());
    deadline.cancel();
    assertEquals("the time limit of 0.12 s passed", deadline.exception().getMessage());
  }

  @Test
  void the_time_left_is_at_most_what_is_asked_for() {
    Deadline deadline = Deadline.after(LONG);
    assertEquals(Duration.ofSeconds(5), deadline.remaining(Duration.ofSeconds(5)));
    Duration left = deadline.remaining(Duration.ofDays(1));
    assertTrue(left.compareTo(LONG) <= 0 && left.compareTo(Duration.ofMinutes(59)) > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void a_time_that_is_not_positive_is_refused(String limit) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Deadline.after(Duration.parse(limit)))
            .getMessage();
    assertTrue(message.contains("limit") && message.contains(limit), message);
  }

  @Test
  void a_watch_fires_once() {
    Deadline deadline = Deadline.none();
    try (Deadline.Watch watch = deadline.watch(fired::incrementAndGet)) {
      assertEquals(0, fired.get());
      deadline.cancel();
      deadline.cancel();
      assertEquals(1, fired.get());
    }
    assertEquals(1, fired.get());
  }

  @Test
  void a_watch_that_cancels_the_deadline_itself_fires_once() {
    Deadline deadline = Deadline.none();
    Runnable stop =
        () -> {
          fired.incrementAndGet();
          deadline.cancel();
        };
    try (Deadline.Watch watch = deadline.watch(stop)) {
      deadline.cancel();
    }
    assertEquals(1, fired.get());
  }

  @Test
  void a_watch_that_comes_too_late_fires_at_once() {
    Deadline deadline = Deadline.none();
    deadline.cancel();
    deadline.watch(fired::incrementAndGet).close();
    assertEquals(1, fired.get());
  }

  @Test
  void a_watch_that_was_closed_never_fires() {
    Deadline deadline = Deadline.none();
    Deadline.Watch watch = deadline.watch(fired::incrementAndGet);
    watch.close();
    watch.close();
    deadline.cancel();
    assertEquals(0, fired.get());
  }

  @Test
  void a_watch_that_is_closed_while_others_fire_stays_silent() {
    Deadline deadline = Deadline.none();
    List<Deadline.Watch> watches = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      watches.add(
          deadline.watch(
              () -> {
                fired.incrementAndGet();
                watches.forEach(Deadline.Watch::close);
              }));
    }
    deadline.cancel();
    assertEquals(1, fired.get());
  }

  @Test
  void many_threads_cancel_watch_and_close_at_once() throws Exception {
    for (int round = 0; round < 300; round++) {
      Deadline deadline = Deadline.none();
      AtomicInteger stopped = new AtomicInteger();
      AtomicInteger afterClose = new AtomicInteger();
      CyclicBarrier together = new CyclicBarrier(4);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        threads.add(start(together, deadline::cancel));
        threads.add(start(together, () -> watchAndClose(deadline, stopped, afterClose)));
      }
      for (Thread thread : threads) thread.join();
      assertTrue(stopped.get() <= 2);
      assertEquals(0, afterClose.get(), "a watch fired after it was closed");
      assertTrue(deadline.isOver());
    }
  }

  private static void watchAndClose(
      Deadline deadline, AtomicInteger stopped, AtomicInteger afterClose) {
    AtomicBoolean closed = new AtomicBoolean();
    Deadline.Watch watch =
        deadline.watch(
            () -> {
              stopped.incrementAndGet();
              if (closed.get()) afterClose.incrementAndGet();
            });
    watch.close();
    closed.set(true);
  }

  private static Thread start(CyclicBarrier together, Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                together.await();
              } catch (Exception e) {
                throw new AssertionError(e);
              }
              work.run();
            });
    thread.start();
    return thread;
  }
}
