package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.Detection;
import dev.facecore.stage.Picture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deadlines and interrupts while a detector works until it is told to stop. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppingTest {
  private final CountDownLatch working = new CountDownLatch(1);
  private volatile boolean patient = true;
  private final FaceExtractor extractor =
      FaceExtractor.builder()
          .detector(new OwnDetector(this::workUntilStopped))
          .embedder(new OwnEmbedder())
          .threads(2)
          .build();

  private List<Detection> workUntilStopped(Picture picture, Deadline deadline) {
    if (!patient) return List.of();
    CountDownLatch stopped = new CountDownLatch(1);
    try (Deadline.Watch watch = deadline.watch(stopped::countDown)) {
      working.countDown();
      stopped.await();
    } catch (InterruptedException e) {
      throw new AssertionError("workers are not interrupted", e);
    }
    deadline.check();
    throw new AssertionError("the deadline is over");
  }

  @AfterEach
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void close() {
    patient = false;
    assertEquals(3, extractor.extract(TestImages.small(3)).images().size(), "no longer usable");
    extractor.close();
  }

  @Test
  void a_time_limit_ends_the_batch_and_names_itself() {
    DeadlineException end =
        assertThrows(
            DeadlineException.class, () -> extract(Deadline.after(Duration.ofMillis(150))));
    assertTrue(end.getMessage().contains("0.15 s"), end::getMessage);
  }

  @Test
  void cancelling_ends_the_batch() throws Exception {
    Deadline deadline = Deadline.unlimited();
    CompletableFuture<Extraction> batch = CompletableFuture.supplyAsync(() -> extract(deadline));
    working.await();
    deadline.cancel();
    ExecutionException end = assertThrows(ExecutionException.class, batch::get);
    assertEquals(DeadlineException.class, end.getCause().getClass());
    assertTrue(end.getCause().getMessage().contains("cancelled"), end::getMessage);
  }

  @Test
  void a_deadline_that_is_over_starts_nothing() {
    Deadline over = Deadline.unlimited();
    over.cancel();
    assertThrows(DeadlineException.class, () -> extract(over));
    assertEquals(1, working.getCount());
  }

  @Test
  void an_interrupt_ends_the_batch_and_stays_set() throws Exception {
    AtomicReference<Throwable> end = new AtomicReference<>();
    List<Boolean> interrupted = new ArrayList<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                extract(Deadline.unlimited());
              } catch (RuntimeException e) {
                end.set(e);
                interrupted.add(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    working.await();
    caller.interrupt();
    caller.join();
    assertEquals(DeadlineException.class, end.get().getClass());
    assertTrue(end.get().getMessage().contains("interrupted"), end.get()::getMessage);
    assertEquals(List.of(true), interrupted);
  }

  @Test
  void one_batch_that_is_stopped_leaves_another_alone() throws Exception {
    Deadline first = Deadline.unlimited();
    CompletableFuture<Extraction> stopped = CompletableFuture.supplyAsync(() -> extract(first));
    working.await();
    patient = false;
    CompletableFuture<Extraction> other =
        CompletableFuture.supplyAsync(() -> extract(Deadline.unlimited()));
    first.cancel();
    assertThrows(ExecutionException.class, stopped::get);
    assertEquals(50, other.get().images().size());
  }

  private Extraction extract(Deadline deadline) {
    return extractor.extract(TestImages.small(50), ExtractionOptions.DEFAULTS, deadline);
  }
}
