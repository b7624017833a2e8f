package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sources of a user's own: who loads them, and what their failures become. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoadedSourceTest {
  private final byte[] png = BytePicture.noise(100, 100, 1).png();
  private final FaceExtractor extractor =
      FaceExtractor.builder()
          .detector(OwnDetector.finding(OwnDetector.face(30, 30, 40, 0.75)))
          .embedder(new OwnEmbedder())
          .maxImageBytes(200_000)
          .threads(1)
          .build();

  @AfterEach
  void close() {
    extractor.close();
  }

  @Test
  void gives_the_faces_of_the_same_bytes() {
    Deadline deadline = Deadline.unlimited();
    List<Deadline> given = new ArrayList<>();
    ImageSource own =
        ImageSource.of(
            "own",
            job -> {
              given.add(job);
              return png;
            });
    assertFalse(own.blocks());
    Extraction found = extractor.extract(List.of(own), ExtractionOptions.DEFAULTS, deadline);
    assertEquals(1, found.faces().size());
    assertEquals("own", found.images().get(0).source());
    assertEquals(1, given.size());
  }

  /** Eight wait for each other, on an extractor with one thread. */
  @Test
  void that_blocks_does_not_take_the_threads_that_work() {
    CyclicBarrier all = new CyclicBarrier(8);
    ImageSource.Loader waiting =
        deadline -> {
          try {
            all.await();
            return png;
          } catch (InterruptedException | BrokenBarrierException e) {
            throw new IOException(e);
          }
        };
    List<ImageSource> images = new ArrayList<>();
    for (int i = 0; i < 8; i++) images.add(ImageSource.blocking("image " + i, waiting));
    assertTrue(images.get(0).blocks());
    assertEquals(8, extractor.extract(images).faces().size());
  }

  @Test
  void that_fails_is_a_failure_of_that_image_alone() {
    ImageException refused = new ImageException("The store refuses it.");
    List<ImageSource> images =
        List.of(
            ImageSource.of("io", job -> fail(new IOException("the disk is gone"))),
            ImageSource.of(
                "unchecked", job -> fail(new UncheckedIOException(new IOException("no line")))),
            ImageSource.blocking("refused", job -> fail(refused)),
            ImageSource.of("nothing", job -> null),
            ImageSource.of("large", job -> new byte[200_001]),
            ImageSource.of("good", job -> png));
    Extraction found = extractor.extract(images);
    assertEquals(1, found.faces().size());
    assertEquals(
        List.of("io", "unchecked", "refused", "nothing", "large"),
        found.failures().stream().map(ImageAnalysis::source).toList());
    assertTrue(message(found, 0).contains("the disk is gone"), message(found, 0));
    assertTrue(message(found, 1).contains("no line"), message(found, 1));
    assertSame(refused, found.failures().get(2).failure().orElseThrow());
    assertTrue(message(found, 4).contains("200000 bytes"), message(found, 4));
  }

  @Test
  void that_is_broken_ends_the_call() {
    IllegalStateException broken = new IllegalStateException("broken");
    List<ImageSource> images = List.of(ImageSource.blocking("broken", job -> fail(broken)));
    assertThrows(IllegalStateException.class, () -> extractor.extract(images));
  }

  private static byte[] fail(Exception failure) throws IOException {
    if (failure instanceof IOException checked) throw checked;
    throw (RuntimeException) failure;
  }

  private static String message(Extraction found, int failure) {
    return found.failures().get(failure).failure().orElseThrow().getMessage();
  }
}
