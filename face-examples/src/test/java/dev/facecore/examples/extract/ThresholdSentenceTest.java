package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.PoorPairs;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        "At threshold 0.4, 0.015 % of stranger pairs match by mistake: expect 0.0009 false matches"
            + " among these 4 faces.",
        sentence(0.4, 4).text());
    assertEquals(
        "At threshold 0.3, 0.2 % of stranger pairs match by mistake: expect 1000 false matches"
            + " among these 1000 faces.",
        sentence(0.3, 1000).text());
    assertEquals(
        "At threshold 0.3, 0.2 % of stranger pairs match by mistake: expect 0 false matches among"
            + " 1 face.",
        sentence(0.3, 1).text());
  }

  @Test
  void guesses_nothing_outside_the_measurement() {
    assertEquals(
        "The error rate of M at threshold 0.41 was not measured.", sentence(0.41, 4).text());
  }

  @Test
  void advises_the_rate_that_fits_where_more_than_one_pair_is_expected() {
    assertEquals(
        "The threshold is loose for so many faces: with --false-match-rate 2e-4 (similarity 0.389)"
            + " expect 0.99.",
        sentence(0.3, 100).advice().orElseThrow());
    assertEquals(Optional.empty(), sentence(0.4, 100).advice(), "0.74 pairs");
    assertEquals(Optional.empty(), sentence(0.4, 1000).advice(), "nothing stricter was measured");
  }

  @Test
  void counts_unreadable_faces_by_their_own_rate() {
    PoorPairs.Band band =
        new PoorPairs.Band(2, List.of(new PoorPairs.Row(0, 1), new PoorPairs.Row(0.5, 0.1)));
    ThresholdTable table =
        new ThresholdTable("M", "made up", TABLE.rows(), new PoorPairs(List.of(band)));
    double[] lengths = {1, 1, 1, 1, 1};
    String plain = new ThresholdSentence(table, 0.4, lengths, Readability.NOT_MEASURED).text();
    assertTrue(plain.contains("expect 1.6 false matches among these 5 faces"), plain);
    String ruled = new ThresholdSentence(table, 0.4, lengths, new Readability(1.5, 2, 0.6)).text();
    assertTrue(ruled.contains("expect 0.1 false matches among these 5 faces"), ruled);
  }

  private static ThresholdSentence sentence(double similarity, int faces) {
    double[] clear = new double[faces];
    Arrays.fill(clear, 5);
    return new ThresholdSentence(TABLE, similarity, clear, Readability.NOT_MEASURED);
  }
}
