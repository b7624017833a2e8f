package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.model.FaceModels;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Picture;
import dev.facecore.stage.ThresholdTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Each stage fails in the middle of a batch, around the real networks. That nothing stays open is
 * held by the leak check, which ends this class as every other.
 */
class FailingStagesIT {
  private static final RuntimeException MINE = new UnsupportedOperationException("mine");
  private static final int ROUNDS = 5;

  private final AtomicInteger calls = new AtomicInteger();

  private void failEveryThird() {
    if (calls.incrementAndGet() % 3 == 0) throw MINE;
  }

  private static List<ImageSource> images() {
    List<ImageSource> images = new ArrayList<>();
    for (int i = 0; i < 4; i++) images.addAll(SamplePhotos.sources(SamplePhotos.ALL));
    return images;
  }

  private void assertFails(FaceDetector detector, FaceEmbedder embedder, Consumer<?> next) {
    try (FaceExtractor extractor =
        FaceExtractor.builder().detector(detector).embedder(embedder).threads(3).build()) {
      for (int i = 0; i < ROUNDS; i++) {
        assertSame(
            MINE,
            assertThrows(
                UnsupportedOperationException.class,
                () ->
                    extractor.analyze(
                        images(),
                        ExtractionOptions.DEFAULTS,
                        Deadline.unlimited(),
                        image -> next.accept(null))));
      }
      assertTrue(calls.get() >= 3 * ROUNDS, "the stage was not reached");
    }
  }

  @Test
  void pictures_that_cannot_be_read_leave_the_others_alone() {
    byte[] whole = SamplePhotos.bytes("obama2.jpg");
    List<ImageSource> images = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      images.add(
          ImageSource.bytes("cut " + i, Arrays.copyOf(whole, (int) (whole.length * i / 20L))));
    }
    images.add(SamplePhotos.source("nowhere.jpg"));
    try (FaceExtractor extractor = FaceExtractor.builder().threads(3).build()) {
      Extraction result = extractor.extract(images);
      assertEquals(20, result.failures().size());
      assertEquals(1, result.people().size());
    }
  }

  @Test
  void detection() {
    FaceDetector real = FaceModels.bundled().detector("retinaface");
    FaceDetector failing =
        new FaceDetector() {
          @Override
          public String name() {
            return real.name();
          }

          @Override
          public List<Detection> detect(Picture picture, int size, Deadline deadline) {
            List<Detection> found = real.detect(picture, size, deadline);
            failEveryThird();
            return found;
          }

          @Override
          public void close() {
            real.close();
          }
        };
    assertFails(failing, FaceModels.bundled().embedder("ArcFace"), image -> {});
  }

  @Test
  void embedding() {
    FaceEmbedder real = FaceModels.bundled().embedder("ArcFace");
    FaceEmbedder failing =
        new FaceEmbedder() {
          @Override
          public String model() {
            return real.model();
          }

          @Override
          public Embedding embed(AlignedFace face, Deadline deadline) {
            Embedding embedding = real.embed(face, deadline);
            failEveryThird();
            return embedding;
          }

          @Override
          public double quality(Embedding embedding) {
            return real.quality(embedding);
          }

          @Override
          public ThresholdTable thresholds() {
            return real.thresholds();
          }

          @Override
          public void close() {
            real.close();
          }
        };
    assertFails(FaceModels.bundled().detector("retinaface"), failing, image -> {});
  }

  @Test
  void the_receiver_of_the_results() {
    assertFails(
        FaceModels.bundled().detector("retinaface"),
        FaceModels.bundled().embedder("ArcFace"),
        image -> failEveryThird());
  }

  @Test
  void a_deadline_at_any_moment() {
    int passed = 0;
    try (FaceExtractor extractor = FaceExtractor.builder().threads(3).build()) {
      extractor.warmUp();
      for (int millis = 1; millis <= 60; millis++) {
        Deadline deadline = Deadline.after(Duration.ofMillis(millis));
        assertThrows(
            DeadlineException.class,
            () -> extractor.extract(images(), ExtractionOptions.DEFAULTS, deadline));
        passed++;
      }
      assertEquals(3, extractor.extract(images()).people().size());
    }
    assertEquals(60, passed);
  }

  @Test
  void models_that_cannot_be_opened() {
    FaceExtractorBuilder builder = FaceExtractor.builder();
    assertThrows(ModelException.class, () -> builder.detector("none").build());
    assertThrows(ModelException.class, () -> FaceExtractor.builder().embedder("none").build());
  }
}
