package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opening, closing and stopping with the real networks. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExtractorLifecycleIT {
  /** Each opens all networks anew; CI asks for more. */
  private static final int ROUNDS = Integer.getInteger("close.rounds", 15);

  @Test
  void closing_twice_is_safe_and_use_afterwards_is_refused() {
    FaceExtractor extractor = FaceExtractor.create();
    extractor.close();
    extractor.close();
    ImageSource image = SamplePhotos.source("obama.jpg");
    assertThrows(IllegalStateException.class, () -> extractor.analyze(image));
    assertThrows(IllegalStateException.class, () -> extractor.extract(List.of(image)));
    assertThrows(IllegalStateException.class, () -> extractor.extract(List.of()));
    assertThrows(IllegalStateException.class, extractor::warmUp);
    assertEquals("retinaface", extractor.detector());
  }

  @Test
  void closing_from_within_the_work_is_refused() {
    try (FaceExtractor extractor = FaceExtractor.create()) {
      List<ImageSource> images = SamplePhotos.sources(List.of("coffee.png", "coffee.png"));
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class,
              () ->
                  extractor.analyze(
                      images,
                      ExtractionOptions.DEFAULTS,
                      Deadline.unlimited(),
                      result -> extractor.close()));
      assertTrue(refused.getMessage().contains("from within"), refused::getMessage);
      assertEquals(2, extractor.extract(images).images().size());
    }
  }

  @Test
  @Timeout(300)
  void closing_while_eight_threads_work_ends_each_call_with_a_result_or_a_refusal()
      throws Exception {
    AtomicInteger results = new AtomicInteger();
    AtomicInteger refusals = new AtomicInteger();
    ImageSource image = ImageSource.bytes("obama2", SamplePhotos.bytes("obama2.jpg"));
    for (int round = 0; round < ROUNDS; round++) {
      FaceExtractor extractor = FaceExtractor.builder().threads(2).build();
      CountDownLatch begun = new CountDownLatch(8);
      List<CompletableFuture<Void>> callers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        callers.add(
            CompletableFuture.runAsync(
                () -> {
                  begun.countDown();
                  try {
                    while (true) {
                      assertEquals(1, extractor.analyze(image).faces().size());
                      results.incrementAndGet();
                    }
                  } catch (IllegalStateException closed) {
                    assertTrue(closed.getMessage().contains("closed"), closed::getMessage);
                    refusals.incrementAndGet();
                  }
                },
                task -> new Thread(task).start()));
      }
      begun.await();
      extractor.close();
      for (CompletableFuture<Void> caller : callers) caller.get();
    }
    assertEquals(ROUNDS * 8, refusals.get());
    assertTrue(results.get() > 0, "no call was under way when the extractor was closed");
  }

  @Test
  void cancelling_in_the_middle_of_a_big_batch_returns_within_a_second() throws Exception {
    List<ImageSource> images = new ArrayList<>();
    for (int i = 0; i < 100; i++) images.addAll(SamplePhotos.sources(SamplePhotos.ALL));
    CountDownLatch third = new CountDownLatch(3);
    Deadline deadline = Deadline.unlimited();
    try (FaceExtractor extractor = FaceExtractor.builder().threads(2).build()) {
      CompletableFuture<Void> batch =
          CompletableFuture.runAsync(
              () ->
                  extractor.analyze(
                      images, ExtractionOptions.DEFAULTS, deadline, result -> third.countDown()));
      third.await();
      long cancelled = System.nanoTime();
      deadline.cancel();
      ExecutionException end = assertThrows(ExecutionException.class, batch::get);
      Duration took = Duration.ofNanos(System.nanoTime() - cancelled);
      assertEquals(DeadlineException.class, end.getCause().getClass());
      assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, () -> "took " + took);
      assertEquals(1, extractor.analyze(SamplePhotos.source("obama.jpg")).faces().size());
    }
  }
}
