package dev.facecore.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockGridTest {
  @Test
  void each_pair_of_blocks_meets_in_exactly_one_cell() {
    for (int stripes = 1; stripes <= 5; stripes++) {
      BlockGrid grid = new BlockGrid(stripes);
      Map<Integer, List<FaceBlock>> cells = new HashMap<>();
      for (int index = 0; index < 12; index++) {
        FaceBlock block = new FaceBlock(index, new int[0], new float[0]);
        grid.spread(block)
            .forEachRemaining(
                to -> cells.computeIfAbsent(to._1, c -> new ArrayList<>()).add(to._2));
      }
      assertEquals(grid.cells(), cells.size());
      Set<List<Integer>> met = new HashSet<>();
      cells.forEach(
          (cell, blocks) -> {
            for (FaceBlock a : blocks) {
              for (FaceBlock b : blocks) {
                if (!grid.meet(a, b, cell)) continue;
                assertTrue(met.add(List.of(a.index(), b.index())), a + " meets " + b + " again");
              }
            }
          });
      assertEquals(12 * 13 / 2, met.size());
    }
  }

  @Test
  void a_cell_stays_small_and_every_core_has_one() {
    assertEquals(new BlockGrid(1), BlockGrid.of(1, 64));
    assertTrue(BlockGrid.of(20, 8).cells() >= 8);
    assertEquals(new BlockGrid(31), BlockGrid.of(977, 8));
  }
}
