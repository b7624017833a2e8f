package dev.facecore.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoorPairsTest {
  private static final PoorPairs.Band WORST =
      new PoorPairs.Band(1, List.of(new PoorPairs.Row(0, 1), new PoorPairs.Row(0.4, 0.5)));
  private static final PoorPairs.Band POOR =
      new PoorPairs.Band(
          2,
          List.of(
              new PoorPairs.Row(0, 1), new PoorPairs.Row(0.4, 1e-2), new PoorPairs.Row(0.5, 1e-3)));
  private static final ThresholdTable TABLE =
      new ThresholdTable(
          "M",
          "made up",
          List.of(
              new ThresholdTable.Row(0.3, 1e-2, 0.01),
              new ThresholdTable.Row(0.4, 1e-4, 0.02),
              new ThresholdTable.Row(0.5, 1e-6, 0.03)),
          new PoorPairs(List.of(WORST, POOR)));

  @Test
  void the_logarithm_is_linear_and_goes_on_after_the_last_row() {
    assertEquals(1e-2, POOR.falseMatchRateAt(0.4), 1e-12);
    assertEquals(1e-1, POOR.falseMatchRateAt(0.2), 1e-12);
    assertEquals(1e-5, POOR.falseMatchRateAt(0.7), 1e-12);
  }

  @Test
  void every_pair_counts_by_its_better_face() {
    double[] lengths = {0.5, 0.5, 1.5, 1.5, 3, 3};
    double plain = TABLE.expectedFalseMerges(lengths, 0.4, Readability.NOT_MEASURED).getAsDouble();
    // One pair of the worst, five whose better one is poor, nine with a clear one.
    assertEquals(0.5 + 5 * 1e-2 + 9 * 1e-4, plain, 1e-9);
    assertEquals(15 * 1e-4, TABLE.expectedFalseMerges(6, 0.4).getAsDouble(), 1e-12);
    Readability rule = new Readability(1, 2, 0.6);
    double ruled = TABLE.expectedFalseMerges(lengths, 0.4, rule).getAsDouble();
    double worst = WORST.falseMatchRateAt(1);
    // In bins the lengths are known to a hundredth of the last band's end only.
    assertEquals(worst + 4 * 1e-5 + Math.pow(10, -3.5) + 9 * 1e-4, ruled, 1e-4);
    assertTrue(ruled < plain - 0.2, ruled + " and " + plain);
  }

  @Test
  void the_rate_that_fits_is_a_round_one_with_at_most_one_expected_match() {
    double[] clear = new double[200];
    Arrays.fill(clear, 3);
    Readability plain = Readability.NOT_MEASURED;
    assertEquals(5e-5, TABLE.fittingFalseMatchRate(clear, plain).getAsDouble(), "19,900 pairs");
    assertEquals(1e-2, TABLE.fittingFalseMatchRate(new double[] {3, 3}, plain).getAsDouble());
    clear = new double[100_000];
    Arrays.fill(clear, 3);
    assertEquals(1e-6, TABLE.fittingFalseMatchRate(clear, plain).getAsDouble(), "the least");
    assertTrue(
        new ThresholdTable("Own", "none", List.of()).fittingFalseMatchRate(clear, plain).isEmpty());
  }

  @Test
  void bands_and_rows_that_contradict_each_other_are_refused() {
    PoorPairs.Row row = new PoorPairs.Row(0.4, 0.5);
    assertThrows(IllegalArgumentException.class, () -> new PoorPairs(List.of(POOR, WORST)));
    assertThrows(IllegalArgumentException.class, () -> new PoorPairs.Band(1, List.of(row)));
    assertThrows(IllegalArgumentException.class, () -> new PoorPairs.Band(1, List.of(row, row)));
    assertThrows(IllegalArgumentException.class, () -> new PoorPairs.Row(0.4, 0));
  }
}
