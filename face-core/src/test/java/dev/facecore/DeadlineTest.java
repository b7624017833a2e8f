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
    Deadline deadline = Deadline.unlimited();
    deadline.check();
    assertFalse(deadline.isOver());
    deadline.cancel();
    assertTrue(deadline.isOver());
    assertEquals(
        "The work was cancelled.",
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
        "The time limit of 0.12 s passed.",
        assertThrows(DeadlineException.class, deadline::check).getMessage());
    deadline.cancel();
    assertEquals("The time limit of 0.12 s passed.", deadline.exception().getMessage());
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
    Deadline deadline = Deadline.unlimited();
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
    Deadline deadline = Deadline.unlimited();
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
    Deadline deadline = Deadline.unlimited();
    deadline.cancel();
    deadline.watch(fired::incrementAndGet).close();
    assertEquals(1, fired.get());
  }

  @Test
  void a_watch_that_was_closed_never_fires() {
    Deadline deadline = Deadline.unlimited();
    Deadline.Watch watch = deadline.watch(fired::incrementAndGet);
    watch.close();
    watch.close();
    deadline.cancel();
    assertEquals(0, fired.get());
  }

  @Test
  void a_watch_that_is_closed_while_others_fire_stays_silent() {
    Deadline deadline = Deadline.unlimited();
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
      Deadline deadline = Deadline.unlimited();
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

  @Test
  void a_timer_waits_only_while_somebody_watches() {
    int before = DeadlineTimer.size();
    List<Deadline> deadlines = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Deadline deadline = Deadline.after(LONG);
      try (Deadline.Watch first = deadline.watch(fired::incrementAndGet);
          Deadline.Watch second = deadline.watch(fired::incrementAndGet)) {
        assertEquals(before + 1, DeadlineTimer.size());
      }
      deadlines.add(deadline);
    }
    assertEquals(before, DeadlineTimer.size());
    deadlines.forEach(Deadline::check);
    assertEquals(0, fired.get());
  }

  @Test
  void a_cancelled_deadline_leaves_no_timer() {
    int before = DeadlineTimer.size();
    Deadline deadline = Deadline.after(LONG);
    Deadline.Watch watch = deadline.watch(fired::incrementAndGet);
    deadline.cancel();
    assertEquals(before, DeadlineTimer.size());
    watch.close();
    assertEquals(1, fired.get());
  }

  @Test
  void it_is_over_by_the_clock_without_a_watch() throws Exception {
    Deadline deadline = Deadline.after(Duration.ofMillis(1));
    Deadline child = deadline.child();
    Thread.sleep(2);
    assertTrue(deadline.isOver() && child.isOver());
    assertEquals("The time limit of 0.001 s passed.", child.exception().getMessage());
    deadline.cancel();
    child.cancel();
    assertEquals("The time limit of 0.001 s passed.", deadline.exception().getMessage());
    assertEquals("The time limit of 0.001 s passed.", child.exception().getMessage());
  }

  @Test
  void a_child_ends_with_its_parent_and_for_its_reason() throws Exception {
    Deadline parent = Deadline.after(Duration.ofMillis(120));
    Deadline grandchild = parent.child(LONG).child();
    CountDownLatch told = new CountDownLatch(1);
    try (Deadline.Watch watch = grandchild.watch(told::countDown)) {
      told.await();
    }
    assertEquals("The time limit of 0.12 s passed.", grandchild.exception().getMessage());
  }

  @Test
  void a_child_ends_alone() {
    Deadline parent = Deadline.unlimited();
    Deadline child = parent.child();
    try (Deadline.Watch watch = child.watch(fired::incrementAndGet)) {
      child.cancel();
    }
    assertEquals(1, fired.get());
    assertTrue(child.isOver());
    assertFalse(parent.isOver());
  }

  @Test
  void a_child_of_a_cancelled_parent_is_over_at_once() {
    Deadline parent = Deadline.unlimited();
    parent.cancel();
    Deadline child = parent.child();
    assertTrue(child.isOver());
    child.watch(fired::incrementAndGet).close();
    assertEquals(1, fired.get());
    assertEquals("The work was cancelled.", child.exception().getMessage());
  }

  @Test
  void children_leave_no_timer_and_a_parent_forgets_them() {
    int before = DeadlineTimer.size();
    Deadline parent = Deadline.after(LONG);
    for (int i = 0; i < 1_000; i++) {
      Deadline child = parent.child(Duration.ofMinutes(1));
      try (Deadline.Watch watch = child.watch(fired::incrementAndGet)) {
        assertEquals(before + 2, DeadlineTimer.size());
      }
      assertEquals(before, DeadlineTimer.size());
    }
    parent.cancel();
    assertEquals(0, fired.get());
  }

  @Test
  void what_ends_without_the_deadline_was_interrupted() {
    assertEquals(
        "The waiting thread was interrupted.", Deadline.after(LONG).exception().getMessage());
  }

  @Test
  void many_threads_cancel_watch_and_close_children_at_once() throws Exception {
    for (int round = 0; round < 300; round++) {
      Deadline parent = Deadline.unlimited();
      Deadline child = parent.child();
      AtomicInteger stopped = new AtomicInteger();
      AtomicInteger afterClose = new AtomicInteger();
      CyclicBarrier together = new CyclicBarrier(4);
      List<Thread> threads =
          List.of(
              start(together, parent::cancel),
              start(together, child::cancel),
              start(together, () -> watchAndClose(child, stopped, afterClose)),
              start(together, () -> watchAndClose(parent, stopped, afterClose)));
      for (Thread thread : threads) thread.join();
      assertTrue(stopped.get() <= 2);
      assertEquals(0, afterClose.get(), "a watch fired after it was closed");
      assertTrue(child.isOver());
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
