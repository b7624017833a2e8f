package dev.facecore.internal.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Embedding;
import java.util.ArrayList;
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
        List.of(columns.get(9), Embedding.of("test", TestFaces.gaussian(size, random)));
    float[] sums = new float[Panel.WIDTH];

    assertEquals(Panel.WIDTH, panel.count());
    for (Embedding query : queries) {
      panel.dots(padded(query), sums);
      for (int c = 0; c < Panel.WIDTH; c++) {
        double exact = query.similarity(columns.get(c));
        assertTrue(Math.abs(sums[c] - exact) <= Panel.margin(size), size + " values, column " + c);
      }
    }
  }

  private static float[] padded(Embedding embedding) {
    float[] vector = new float[Panel.padded(embedding.size())];
    embedding.copyTo(vector, 0);
    return vector;
  }
}
