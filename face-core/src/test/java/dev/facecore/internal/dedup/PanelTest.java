package dev.facecore.internal.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 128, 512, 2047})
  void products_are_within_the_margin_of_the_exact_ones(int size) {
    Random random = new Random(size);
    Panel panel = new Panel(size);
    List<Embedding> columns = new ArrayList<>();
    while (!panel.isFull()) {
      Embedding column = Embedding.of("test", TestFaces.gaussian(size, random));
      columns.add(column);
      panel.add(padded(column));
    }
    // The first query equals a column, so that one product is 1: the worst case of the bound.
    List<Embedding> queries =
        List.of(
            columns.get(9),
            columns.get(255),
            Embedding.of("test", TestFaces.gaussian(size, random)));
    float[][] sums = Panel.sums();
    float[][] padded = {padded(queries.get(0)), padded(queries.get(1)), padded(queries.get(2))};

    assertEquals(Panel.WIDTH, panel.count());
    panel.dots(padded, sums.length, sums);
    assertNear(queries, columns, sums);
    for (int q = 0; q < sums.length; q++) {
      Arrays.fill(sums[q], 0);
      PanelLoops.add(padded[q], rows(columns), sums[q]);
    }
    assertNear(queries, columns, sums);
  }

  private static void assertNear(List<Embedding> queries, List<Embedding> columns, float[][] sums) {
    for (int q = 0; q < sums.length; q++) {
      for (int c = 0; c < Panel.WIDTH; c++) {
        double exact = queries.get(q).similarity(columns.get(c));
        double margin = Panel.margin(columns.get(c).size());
        assertTrue(Math.abs(sums[q][c] - exact) <= margin, "query " + q + ", column " + c);
      }
    }
  }

  private static float[][] rows(List<Embedding> columns) {
    float[][] rows = new float[Panel.padded(columns.get(0).size())][Panel.WIDTH];
    for (int c = 0; c < Panel.WIDTH; c++) {
      for (int d = 0; d < columns.get(c).size(); d++) rows[d][c] = columns.get(c).value(d);
    }
    return rows;
  }

  private static float[] padded(Embedding embedding) {
    float[] vector = new float[Panel.padded(embedding.size())];
    embedding.copyTo(vector, 0);
    return vector;
  }
}
