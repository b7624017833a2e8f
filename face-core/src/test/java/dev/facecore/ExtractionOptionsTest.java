package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtractionOptionsTest {
  private static List<ExtractionOptions> changedOnce() {
    ExtractionOptions options = ExtractionOptions.DEFAULTS;
    return List.of(
        options.withThreshold(Threshold.similarity(0.5)),
        options.withMinFaceSize(21),
        options.withMinQuality(0.1),
        options.withMinConfidence(0.9),
        options.withDedup(DedupMode.CLUSTER),
        options.withSamePhotoDistinct(true),
        options.withDetectionSize(640),
        options.withHeadshots(false));
  }

  @Test
  void each_option_is_one_of_its_own() {
    Set<ExtractionOptions> all = new HashSet<>(changedOnce());
    Set<String> texts = new HashSet<>();
    changedOnce().forEach(options -> texts.add(options.toString()));
    assertEquals(8, all.size());
    assertEquals(8, texts.size());
    for (ExtractionOptions options : all) {
      assertNotEquals(ExtractionOptions.DEFAULTS, options);
      assertTrue(all.contains(options.withMinFaceSize(options.minFaceSize())));
    }
  }

  @Test
  void a_change_keeps_the_others() {
    ExtractionOptions all =
        ExtractionOptions.DEFAULTS
            .withThreshold(Threshold.similarity(0.5))
            .withMinFaceSize(21)
            .withMinQuality(0.1)
            .withMinConfidence(0.9)
            .withDedup(DedupMode.CLUSTER)
            .withSamePhotoDistinct(true)
            .withDetectionSize(640)
            .withHeadshots(false);
    assertEquals(Threshold.similarity(0.5), all.threshold());
    assertEquals(21, all.minFaceSize());
    assertEquals(0.1, all.minQuality());
    assertEquals(0.9, all.minConfidence());
    assertEquals(DedupMode.CLUSTER, all.dedup());
    assertTrue(all.samePhotoDistinct());
    assertEquals(OptionalInt.of(640), all.detectionSize());
    assertEquals(false, all.headshots());
  }

  @Test
  void values_outside_their_range_are_named() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ExtractionOptions.DEFAULTS.withDetectionSize(63))
            .getMessage();
    assertTrue(message.contains("detectionSize") && message.contains("63"), message);
    assertThrows(
        IllegalArgumentException.class, () -> ExtractionOptions.DEFAULTS.withMinFaceSize(0));
    assertThrows(
        IllegalArgumentException.class, () -> ExtractionOptions.DEFAULTS.withMinQuality(1.1));
    for (double confidence : new double[] {0.49, 1.01, Double.NaN}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> ExtractionOptions.DEFAULTS.withMinConfidence(confidence));
      assertEquals(
          "minConfidence must be between 0.5 and 1, got " + confidence, refused.getMessage());
    }
    assertThrows(NullPointerException.class, () -> ExtractionOptions.DEFAULTS.withDedup(null));
  }
}
