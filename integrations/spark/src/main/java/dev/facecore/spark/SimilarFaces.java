package dev.facecore.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * The graph of similar faces, as a forest: enough links to know which faces hang together. Every
 * pair is compared on the executors.
 */
final class SimilarFaces {
  private SimilarFaces() {}

  /**
   * Links whose components are those of the graph of all pairs that reach the floor, or coarser
   * where a pair is within 1e-4 of it. A cell gives less links than it has faces.
   */
  static JavaRDD<int[]> links(
      JavaPairRDD<Integer, float[]> embeddings, int facesPerBlock, BlockGrid grid, double floor) {
    JavaRDD<FaceBlock> blocks =
        embeddings
            .mapToPair(face -> new Tuple2<>(face._1 / facesPerBlock, face))
            .groupByKey()
            .map(block -> FaceBlock.of(block._1, list(block._2)));
    return blocks
        .flatMapToPair(grid::spread)
        .groupByKey(grid.cells())
        .flatMap(cell -> forest(cell._1, list(cell._2), grid, floor));
  }

  private static Iterator<int[]> forest(
      int cell, List<FaceBlock> blocks, BlockGrid grid, double floor) {
    Map<Integer, Integer> positions = new HashMap<>();
    for (FaceBlock block : blocks) {
      for (int face : block.faces()) positions.put(face, positions.size());
    }
    Components components = new Components(positions.size());
    List<int[]> links = new ArrayList<>();
    for (FaceBlock a : blocks) {
      for (FaceBlock b : blocks) {
        if (!grid.meet(a, b, cell)) continue;
        SimilarPairs.find(
            a,
            b,
            floor,
            (face, other) -> {
              boolean isNew = components.join(positions.get(face), positions.get(other));
              if (isNew) links.add(new int[] {face, other});
            });
      }
    }
    return links.iterator();
  }

  static <T> List<T> list(Iterable<T> elements) {
    List<T> all = new ArrayList<>();
    elements.forEach(all::add);
    return all;
  }
}
