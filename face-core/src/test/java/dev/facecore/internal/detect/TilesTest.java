package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.Rect;

class TilesTest {
  private static final int[][] PICTURES = {
    {4096, 4096},
    {4096, 1024},
    {1500, 4000},
    {8000, 6000},
    {6001, 4003},
    {32_000, 1500},
    {2049, 1367}
  };

  @Test
  void no_part_is_larger_than_the_bound_and_none_leaves_the_picture() {
    int seen = 0;
    for (int[] size : PICTURES) {
      for (int detectionSize : new int[] {1500, 2048, 3000, 4096}) {
        double shrink = Tiles.shrink(size[0], size[1], detectionSize);
        for (Rect tile : Tiles.of(size[0], size[1], shrink)) {
          String where = tile + " of " + size[0] + "x" + size[1] + " at " + detectionSize;
          assertTrue(tile.width * shrink * tile.height * shrink <= Tiles.MOST_PIXELS, where);
          assertTrue(tile.x >= 0 && tile.x + tile.width <= size[0], where);
          assertTrue(tile.y >= 0 && tile.y + tile.height <= size[1], where);
          seen++;
        }
      }
    }
    assertTrue(seen > 100, seen + " parts");
  }

  @Test
  void a_small_face_lies_wholly_in_a_part_wherever_it_is() {
    int face = Tiles.OVERLAP - 40;
    for (int[] size : PICTURES) {
      double shrink = Tiles.shrink(size[0], size[1], 4096);
      int side = (int) (face / shrink);
      List<Rect> tiles = Tiles.of(size[0], size[1], shrink);
      for (int x = 0; x + side <= size[0]; x += 97) {
        for (int y = 0; y + side <= size[1]; y += 89) {
          Rect box = new Rect(x, y, side, side);
          assertTrue(tiles.stream().anyMatch(tile -> holds(tile, box)), box + " in " + tiles);
        }
      }
    }
  }

  private static boolean holds(Rect tile, Rect box) {
    return tile.x <= box.x
        && tile.y <= box.y
        && tile.x + tile.width >= box.x + box.width
        && tile.y + tile.height >= box.y + box.height;
  }

  @Test
  void common_sizes_are_shown_whole() {
    int[][] whole = {{1280, 1280, 1280}, {2048, 826, 2048}, {1920, 1080, 1920}, {9000, 9000, 1280}};
    for (int[] size : whole) {
      assertTrue(Tiles.isOne(size[0], size[1], Tiles.shrink(size[0], size[1], size[2])));
    }
    assertEquals(false, Tiles.isOne(4096, 4096, Tiles.shrink(4096, 4096, 2048)));
    assertEquals(16, Tiles.of(4096, 4096, 1).size());
  }
}
