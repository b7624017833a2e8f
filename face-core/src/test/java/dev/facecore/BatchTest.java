package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a batch when pictures or callers fail. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchTest {
  private final AtomicInteger searched = new AtomicInteger();
  private final FaceExtractor extractor =
      FaceExtractor.builder()
          .detector(
              new OwnDetector(
                  (picture, deadline) -> {
                    searched.incrementAndGet();
                    return List.of(OwnDetector.face(30, 30, 40, 0.9));
                  }))
          .embedder(new OwnEmbedder())
          .threads(2)
          .maxImageBytes(100_000)
          .build();

  @TempDir Path folder;

  @AfterEach
  void close() {
    extractor.close();
  }

  @Test
  void the_threshold_s_error_rate_and_what_it_means_for_the_batch_are_told() {
    ExtractionOptions half = ExtractionOptions.DEFAULTS.withThreshold(Threshold.similarity(0.5));
    Extraction measured = extractor.extract(TestImages.small(4));
    Extraction unmeasured = extractor.extract(TestImages.small(4), half);
    assertEquals(1e-3, measured.falseMatchRate().getAsDouble());
    assertEquals(6e-3, measured.expectedFalseMerges().getAsDouble(), 1e-15);
    assertEquals(0.5, unmeasured.threshold());
    assertTrue(unmeasured.falseMatchRate().isEmpty());
    assertTrue(unmeasured.expectedFalseMerges().isEmpty());
  }

  @Test
  void a_picture_that_cannot_be_read_does_not_fail_the_others() {
    List<ImageSource> images =
        List.of(
            TestImages.small("a"),
            TestImages.noPicture(),
            ImageSource.file(folder.resolve("absent.jpg")),
            ImageSource.file(folder),
            ImageSource.file(folder.resolve("x".repeat(300))),
            ImageSource.bytes("large", new byte[100_001]),
            TestImages.small("b"));
    Extraction result = extractor.extract(images);
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), indexes(result.images()));
    assertEquals(List.of(1, 2, 3, 4, 5), indexes(result.failures()));
    assertEquals(2, result.faces().size());
    assertEquals(List.of(0, 6), result.faces().stream().map(Face::imageIndex).toList());
    for (ImageAnalysis failed : result.failures()) {
      String message = failed.failure().orElseThrow().getMessage();
      assertFalse(message.contains(folder.toString()), message);
      assertFalse(message.contains("Exception") || message.contains("null"), message);
      assertEquals(List.of(), failed.faces());
      assertEquals(0, failed.width());
    }
    String large = result.images().get(5).failure().orElseThrow().getMessage();
    assertTrue(large.contains("100000"), large);
  }

  @Test
  void one_picture_alone_throws_what_a_batch_reports() {
    String alone =
        assertThrows(ImageException.class, () -> extractor.analyze(TestImages.noPicture()))
            .getMessage();
    ImageAnalysis inBatch = extractor.extract(List.of(TestImages.noPicture())).images().get(0);
    assertEquals(alone, inBatch.failure().orElseThrow().getMessage());
  }

  @Test
  void one_picture_alone_heeds_the_options() {
    assertEquals(1, extractor.analyze(TestImages.small("a")).faces().size());
    ExtractionOptions large = ExtractionOptions.DEFAULTS.withMinFaceSize(10_000);
    assertEquals(List.of(), extractor.analyze(TestImages.small("a"), large).faces());
  }

  @Test
  void no_picture_is_no_person() {
    Extraction result = extractor.extract(List.of());
    assertEquals(List.of(), result.people());
    assertEquals(List.of(), result.images());
  }

  @Test
  void results_come_in_order_from_the_calling_thread_and_few_pictures_are_read_ahead() {
    AtomicInteger given = new AtomicInteger();
    Iterable<ImageSource> images = () -> counting(TestImages.small(300).iterator(), given);
    List<ImageAnalysis> results = new ArrayList<>();
    extractor.analyze(
        images,
        ExtractionOptions.DEFAULTS,
        Deadline.unlimited(),
        result -> {
          assertEquals(results.size(), result.index());
          assertTrue(given.get() - results.size() <= 40, () -> given + " given out");
          assertFalse(Thread.currentThread().getName().startsWith("face-"));
          results.add(result);
        });
    assertEquals(300, results.size());
  }

  @Test
  void a_consumer_that_throws_ends_the_batch_and_leaves_the_extractor_usable() {
    RuntimeException mine = new IllegalArgumentException("enough");
    AtomicInteger given = new AtomicInteger();
    List<Integer> seen = new ArrayList<>();
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                extractor.analyze(
                    () -> counting(TestImages.small(1000).iterator(), given),
                    ExtractionOptions.DEFAULTS,
                    Deadline.unlimited(),
                    result -> {
                      seen.add(result.index());
                      if (result.index() == 2) throw mine;
                    }));
    assertSame(mine, thrown);
    assertEquals(List.of(0, 1, 2), seen);
    int worked = searched.get();
    assertTrue(given.get() < 100 && worked < 100, () -> given + " given out");
    assertEquals(5, extractor.extract(TestImages.small(5)).images().size());
    assertEquals(worked + 5, searched.get(), "work of the ended batch went on");
  }

  @Test
  void images_that_cannot_be_listed_end_the_batch() {
    Iterator<ImageSource> failing =
        new Iterator<>() {
          private int left = 3;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public ImageSource next() {
            if (left-- == 0) throw new IllegalStateException("disk gone");
            return TestImages.small("x");
          }
        };
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                extractor.analyze(
                    () -> failing, ExtractionOptions.DEFAULTS, Deadline.unlimited(), result -> {}));
    assertEquals("disk gone", thrown.getMessage());
  }

  @Test
  void a_batch_may_be_started_from_within_another() {
    List<Integer> inner = new ArrayList<>();
    extractor.analyze(
        TestImages.small(10),
        ExtractionOptions.DEFAULTS,
        Deadline.unlimited(),
        result -> inner.add(extractor.analyze(TestImages.small("inner")).faces().size()));
    assertEquals(java.util.Collections.nCopies(10, 1), inner);
  }

  private static List<Integer> indexes(List<ImageAnalysis> images) {
    return images.stream().map(ImageAnalysis::index).toList();
  }

  private static Iterator<ImageSource> counting(Iterator<ImageSource> images, AtomicInteger given) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return images.hasNext();
      }

      @Override
      public ImageSource next() {
        given.incrementAndGet();
        return images.next();
      }
    };
  }
}
