package dev.facecore.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Threshold;
import dev.facecore.stage.ThresholdTable.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTableTest {
  private static final ThresholdTable TABLE =
      new ThresholdTable(
          "ArcFace",
          "all pairs",
          List.of(new Row(0.3, 1e-2, 0.01), new Row(0.4, 1e-4, 0.02), new Row(0.6, 1e-6, 0.2)));

  @Test
  void a_measured_row_is_returned_as_it_is() {
    for (Row row : TABLE.rows()) {
      assertEquals(row.falseMatchRate(), TABLE.falseMatchRateAt(row.similarity()).getAsDouble());
      assertEquals(row.similarity(), TABLE.similarityAt(row.falseMatchRate()));
    }
  }

  @Test
  void between_rows_the_logarithm_of_the_rate_is_linear() {
    assertEquals(1e-3, TABLE.falseMatchRateAt(0.35).getAsDouble(), 1e-15);
    assertEquals(1e-5, TABLE.falseMatchRateAt(0.5).getAsDouble(), 1e-17);
    assertEquals(0.35, TABLE.similarityAt(1e-3), 1e-12);
    assertEquals(0.45, Threshold.falseMatchRate(Math.pow(10, -4.5)).similarity(TABLE), 1e-12);
  }

  @Test
  void the_two_directions_are_each_others_inverse() {
    for (int i = 0; i <= 100; i++) {
      double similarity = 0.3 + 0.003 * i;
      if (similarity > 0.6) similarity = 0.6;
      double rate = TABLE.falseMatchRateAt(similarity).getAsDouble();
      assertEquals(similarity, TABLE.similarityAt(rate), 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.29999, 0.60001, 1, Double.NaN})
  void nothing_is_said_of_a_similarity_outside_the_rows(double similarity) {
    assertTrue(TABLE.falseMatchRateAt(similarity).isEmpty());
    assertTrue(TABLE.expectedFalseMerges(10, similarity).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.0101, 0.99e-6})
  void a_rate_outside_the_rows_is_refused_with_the_range(double rate) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Threshold.falseMatchRate(rate).similarity(TABLE))
            .getMessage();
    assertEquals(
        "falseMatchRate must be between 1.0E-6 and 0.01, as measured for ArcFace, got "
            + rate
            + "; give a similarity instead",
        message);
  }

  @Test
  void an_unmeasured_model_takes_a_similarity_only() {
    ThresholdTable none = new ThresholdTable("Own", "none", List.of());

    assertEquals(0.4, Threshold.similarity(0.4).similarity(none));
    assertTrue(none.falseMatchRateAt(0.4).isEmpty());
    String message =
        assertThrows(IllegalArgumentException.class, () -> none.similarityAt(1e-5)).getMessage();
    assertTrue(message.contains("Own was never measured"), message);
  }

  @Test
  void expects_all_pairs_times_the_rate() {
    assertEquals(4950 * 1e-4, TABLE.expectedFalseMerges(100, 0.4).getAsDouble(), 1e-12);
    assertEquals(0, TABLE.expectedFalseMerges(0, 0.4).getAsDouble());
    assertEquals(0, TABLE.expectedFalseMerges(1, 0.4).getAsDouble());
    assertEquals(499_999.5e6 * 1e-4, TABLE.expectedFalseMerges(1_000_000, 0.4).getAsDouble(), 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1e-5, Double.NaN})
  void a_rate_that_is_no_rate_is_refused(double rate) {
    assertThrows(IllegalArgumentException.class, () -> Threshold.falseMatchRate(rate));
  }

  @Test
  void rows_that_contradict_each_other_are_refused() {
    Row row = new Row(0.4, 1e-4, 0.02);
    for (Row next :
        List.of(
            row, new Row(0.3, 1e-5, 0.03), new Row(0.5, 1e-3, 0.03), new Row(0.5, 1e-5, 0.01))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new ThresholdTable("m", "p", List.of(row, next)),
          next.toString());
    }
    assertThrows(IllegalArgumentException.class, () -> new Row(0.4, 0, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new Row(Double.NaN, 0.1, 0.1));
  }

  @Test
  void thresholds_of_the_same_meaning_are_equal() {
    assertEquals(Threshold.similarity(0.4), Threshold.similarity(0.4));
    assertEquals(Threshold.similarity(0.4).hashCode(), Threshold.similarity(0.4).hashCode());
    assertNotEquals(Threshold.similarity(0.4), Threshold.falseMatchRate(0.4));
    assertEquals("false match rate 1.0E-5", Threshold.falseMatchRate(1e-5).toString());
  }
}
