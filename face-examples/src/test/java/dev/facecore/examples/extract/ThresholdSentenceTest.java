package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.ThresholdTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdSentenceTest {
  private static final ThresholdTable TABLE =
      new ThresholdTable(
          "M",
          "made up",
          List.of(
              new ThresholdTable.Row(0.3, 2e-3, 0.01), new ThresholdTable.Row(0.4, 1.5e-4, 0.02)));

  @Test
  void says_the_rate_and_the_pairs_of_this_batch() {
    assertEquals(
        "At similarity 0.4, M takes strangers for one person in 1.5e-4 of all pairs:"
            + " 0.0009 pairs among these 4 faces, were they all strangers.",
        ThresholdSentence.of(TABLE, 0.4, 4));
    assertEquals(
        "At similarity 0.3, M takes strangers for one person in 2.0e-3 of all pairs:"
            + " 1000 pairs among these 1000 faces, were they all strangers.",
        ThresholdSentence.of(TABLE, 0.3, 1000));
    assertEquals(
        "At similarity 0.3, M takes strangers for one person in 2.0e-3 of all pairs:"
            + " 0 pairs among these 1 faces, were they all strangers.",
        ThresholdSentence.of(TABLE, 0.3, 1));
  }

  @Test
  void guesses_nothing_outside_the_measurement() {
    assertEquals(
        "How often M takes strangers for one person at similarity 0.41 was not measured.",
        ThresholdSentence.of(TABLE, 0.41, 4));
  }
}
