package dev.facecore.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.IntStream;
import scala.Tuple2;

/**
 * How all pairs of blocks are spread over tasks. Blocks are dealt to stripes; a cell is a pair of
 * stripes and one task. Each block travels to as many cells as there are stripes, and each pair of
 * blocks meets in exactly one.
 *
 * @param stripes from 1
 */
record BlockGrid(int stripes) implements Serializable {
  // A cell of two stripes is then at most 128 MB of embeddings of 512 values.
  private static final int BLOCKS_PER_STRIPE = 32;

  /** As few stripes as fill the memory of a task, but as many as give every core a cell. */
  static BlockGrid of(int blocks, int cores) {
    int forMemory = (blocks + BLOCKS_PER_STRIPE - 1) / BLOCKS_PER_STRIPE;
    int forCores = (int) Math.ceil(Math.sqrt(2.0 * cores));
    return new BlockGrid(Math.max(forMemory, Math.min(blocks, forCores)));
  }

  /** The number of tasks. */
  int cells() {
    return stripes * (stripes + 1) / 2;
  }

  /** A block, once for each cell that it takes part in. */
  Iterator<Tuple2<Integer, FaceBlock>> spread(FaceBlock block) {
    int own = stripe(block);
    return IntStream.range(0, stripes)
        .mapToObj(other -> new Tuple2<>(cell(own, other), block))
        .iterator();
  }

  /** Whether two blocks of a cell are compared there: of two stripes only with the other stripe. */
  boolean meet(FaceBlock a, FaceBlock b, int cell) {
    return a.index() <= b.index() && cell(stripe(a), stripe(b)) == cell;
  }

  private int stripe(FaceBlock block) {
    return block.index() % stripes;
  }

  private static int cell(int a, int b) {
    int high = Math.max(a, b);
    return high * (high + 1) / 2 + Math.min(a, b);
  }
}
