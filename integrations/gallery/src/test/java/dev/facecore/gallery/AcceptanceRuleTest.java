package dev.facecore.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.ThresholdTable;
import dev.facecore.stage.ThresholdTable.Row;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AcceptanceRuleTest {
  private static final ThresholdTable TABLE =
      new ThresholdTable(
          "Made",
          "made up",
          List.of(new Row(0.2, 1e-2, 0), new Row(0.4, 1e-4, 0.1), new Row(0.5, 1e-6, 0.2)));

  @Test
  void the_threshold_rises_with_the_gallery_and_keeps_the_rate() {
    AcceptanceRule rule = AcceptanceRule.falsePositiveRate(0.01);
    double before = -1;
    for (int faces : List.of(1, 2, 10, 100, 1_000, 10_000)) {
      IdentificationThreshold threshold = rule.threshold(faces, TABLE);
      assertTrue(threshold.similarity() > before, "for " + faces);
      before = threshold.similarity();
      double perPair = TABLE.falseMatchRateAt(threshold.similarity()).getAsDouble();
      double kept = threshold.falsePositiveRate().getAsDouble();
      assertEquals(1 - Math.pow(1 - perPair, faces), kept, 1e-9);
      assertTrue(kept <= 0.01 + 1e-12 && kept > 0.0099, "for " + faces + " faces " + kept);
    }
    assertEquals(0.4, rule.threshold(100, TABLE).similarity(), 1e-12);
    assertEquals(0.5, rule.threshold(10_000, TABLE).similarity(), 1e-12);
  }

  @Test
  void an_empty_gallery_and_a_generous_rate_take_the_lowest_measured_similarity() {
    assertEquals(0.2, AcceptanceRule.falsePositiveRate(0.5).threshold(3, TABLE).similarity());
    IdentificationThreshold empty = AcceptanceRule.falsePositiveRate(0.01).threshold(0, TABLE);
    assertEquals(0.2, empty.similarity());
    assertEquals(OptionalDouble.of(0), empty.falsePositiveRate());
  }

  @Test
  void a_rate_that_was_not_measured_is_refused_with_one_that_was() {
    AcceptanceRule rule = AcceptanceRule.falsePositiveRate(0.001);
    GalleryException refusal =
        assertThrows(GalleryException.class, () -> rule.threshold(1_234, TABLE));
    assertEquals(
        "A false positive rate of 0.001 with 1234 enrolled faces needs a false match rate of 8.1e-07,"
            + " but Made was measured only down to 1.00e-06; accept a rate of 0.0013 or set a"
            + " similarity.",
        refusal.getMessage());
    assertEquals(
        0.5, AcceptanceRule.falsePositiveRate(0.0013).threshold(1_234, TABLE).similarity(), 0.01);
  }

  @Test
  void a_model_without_a_table_needs_a_similarity() {
    ThresholdTable none = new ThresholdTable("Mine", "not measured", List.of());
    AcceptanceRule rule = AcceptanceRule.falsePositiveRate(0.001);
    assertThrows(GalleryException.class, () -> rule.threshold(1, none));
    IdentificationThreshold fixed = AcceptanceRule.similarity(0.45).threshold(7, none);
    assertEquals(new IdentificationThreshold(0.45, 7, OptionalDouble.empty()), fixed);
  }

  @Test
  void impossible_rates_and_similarities_are_refused() {
    for (double wrong : new double[] {0, 1, -0.1, 2, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> AcceptanceRule.falsePositiveRate(wrong));
    }
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> AcceptanceRule.similarity(wrong));
    }
  }
}
