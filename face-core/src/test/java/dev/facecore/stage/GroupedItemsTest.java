package dev.facecore.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.DedupMode;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import dev.facecore.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupedItemsTest {
  private record Row(int id, Embedding embedding) {}

  private static List<Row> rows() {
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      float[] raw = new float[16];
      for (int d = 0; d < raw.length; d++) raw[d] = (float) random.nextGaussian();
      rows.add(new Row(i, Embedding.of("test", raw)));
    }
    return rows;
  }

  private static Face face(Row row) {
    Point point = new Point(1, 1);
    FaceLandmarks points = new FaceLandmarks(point, point, point, point, point);
    return new Face(0, new Box(0, 0, 1, 1), points, 1, 1, row.embedding(), null);
  }

  @Test
  void are_grouped_as_faces_are() {
    List<Row> rows = rows();
    for (DedupMode mode : DedupMode.values()) {
      FaceDeduplicator groups = FaceDeduplicator.of(mode, 0.4, false);
      List<List<Integer>> expected =
          groups.group(rows.stream().map(GroupedItemsTest::face).toList()).stream()
              .map(person -> person.sightings().stream().map(Sighting::faceIndex).toList())
              .toList();
      List<List<Integer>> found =
          groups.group(rows, Row::embedding).stream()
              .map(person -> person.stream().map(Row::id).toList())
              .toList();
      assertEquals(expected, found, mode.toString());
      assertTrue(found.size() > 10 && found.size() < 190, mode + " " + found.size());
    }
  }

  @Test
  void have_no_photograph_to_be_kept_apart_by() {
    FaceDeduplicator groups = FaceDeduplicator.of(DedupMode.FIRST, 0.4, true);
    List<Row> rows = rows();
    assertThrows(IllegalStateException.class, () -> groups.group(rows, Row::embedding));
  }
}
