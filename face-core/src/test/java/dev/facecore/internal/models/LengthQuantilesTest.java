package dev.facecore.internal.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthQuantilesTest {
  @Test
  void goes_through_the_quantiles() {
    LengthQuantiles lengths = new LengthQuantiles(2.95, 3.69, 4.36);
    assertEquals(0.05, lengths.rank(2.95), 1e-12);
    assertEquals(0.5, lengths.rank(3.69), 1e-12);
    assertEquals(0.95, lengths.rank(4.36), 1e-12);
  }

  @Test
  void always_rises_and_stays_within_0_and_1() {
    LengthQuantiles lengths = new LengthQuantiles(2.95, 3.69, 4.36);
    double before = 0;
    for (double length = 0; length < 8; length += 0.01) {
      double rank = lengths.rank(length);
      assertTrue(rank > before && rank < 1, length + " gives " + rank);
      before = rank;
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 2", "2, 1, 3", "1, 2, 2", "NaN, 2, 3", "1, NaN, 3", "1, 2, NaN"})
  void refuses_quantiles_that_do_not_ascend(double low, double median, double high) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new LengthQuantiles(low, median, high))
            .getMessage();
    assertTrue(message.startsWith("quality must be"), message);
    assertTrue(message.contains(low + " " + median + " " + high), message);
  }
}
