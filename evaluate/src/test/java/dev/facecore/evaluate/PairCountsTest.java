package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.Face;
import dev.facecore.stage.ThresholdTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairCountsTest {
  @Test
  void equals_comparing_every_pair_with_every_threshold() {
    LabelledFaces labelled = MadeUpFaces.of(40, 1);
    PairCounts counts = PairCounts.of(labelled);
    assertEquals(160 * 159 / 2, counts.samePairs() + counts.differentPairs());
    assertEquals(40 * 6, counts.samePairs());
    int unlike = 0;
    for (int step = 0; step <= PairCounts.STEPS; step++) {
      long falseMatches = 0;
      long misses = 0;
      for (int a = 0; a < 160; a++) {
        for (int b = 0; b < a; b++) {
          boolean matches = similarity(labelled, a, b) >= step / 100.0;
          boolean one = labelled.people()[a] == labelled.people()[b];
          if (matches && !one) falseMatches++;
          if (!matches && one) misses++;
        }
      }
      assertEquals(falseMatches, counts.falseMatches(step), "step " + step);
      assertEquals(misses, counts.falseNonMatches(step), "step " + step);
      if (falseMatches > 0 && misses > 0) unlike++;
    }
    assertTrue(unlike > 50, "both kinds of errors at " + unlike + " thresholds");
  }

  private static double similarity(LabelledFaces labelled, int a, int b) {
    return labelled.faces().get(a).embedding().similarity(labelled.faces().get(b).embedding());
  }

  @Test
  void equal_and_opposite_faces_are_at_the_ends_of_the_grid() {
    Box box = new Box(0, 0, 10, 10);
    Face one = MadeUpFaces.face(box, 0.5, 1, 0);
    Face opposite = MadeUpFaces.face(box, 0.5, -1, 0);
    PairCounts counts =
        PairCounts.of(new LabelledFaces(List.of(one, one, opposite), new int[] {0, 1, 2}, 0));
    assertEquals(3, counts.differentPairs());
    assertEquals(1, counts.falseMatches(0));
    assertEquals(1, counts.falseMatches(100));
    assertEquals(0, counts.samePairs());
  }

  @Test
  void rows_rest_on_enough_false_matches_and_are_a_table() {
    PairCounts counts = PairCounts.of(MadeUpFaces.of(40, 1));
    List<ThresholdTable.Row> rows = ThresholdRows.of(counts, 10);
    assertTrue(rows.size() > 50, rows.size() + " rows");
    assertEquals(rows, new ThresholdTable("test", "these", rows).rows());
    int last = (int) Math.round(rows.get(rows.size() - 1).similarity() * 100);
    assertTrue(counts.falseMatches(last) >= 10);
    assertTrue(counts.falseMatches(last + 1) < 10);
    assertEquals(
        (double) counts.falseMatches(30) / counts.differentPairs(),
        rows.get(30).falseMatchRate(),
        0.005 * rows.get(30).falseMatchRate());
    assertEquals(counts.falseNonMatches(30) / 240.0, rows.get(30).falseNonMatchRate(), 5e-5);
  }

  @Test
  void rows_that_rounding_makes_equal_are_left_out() {
    Box box = new Box(0, 0, 10, 10);
    Face one = MadeUpFaces.face(box, 0.5, 1, 0);
    Face other = MadeUpFaces.face(box, 0.5, 0.6f, 0.8f);
    PairCounts counts =
        PairCounts.of(new LabelledFaces(List.of(one, other, one), new int[] {0, 1, 0}, 0));
    assertEquals(List.of(new ThresholdTable.Row(0, 1, 0)), ThresholdRows.of(counts, 1));
  }

  @Test
  void rows_are_printed_as_a_catalogue_has_them() {
    List<ThresholdTable.Row> rows =
        List.of(
            new ThresholdTable.Row(0, 1, 0),
            new ThresholdTable.Row(0.1, 0.123, 0.01),
            new ThresholdTable.Row(0.2, 4.56e-2, 0.02),
            new ThresholdTable.Row(0.3, 7.89e-3, 0.03),
            new ThresholdTable.Row(0.4, 1e-10, 0.1234));
    assertEquals(
        "\\\n  0.00 1.00 0.0000; 0.10 1.23e-1 0.0100; 0.20 4.56e-2 0.0200; 0.30 7.89e-3 0.0300; \\"
            + "\n  0.40 1.00e-10 0.1234",
        ThresholdRows.print(rows));
  }
}
