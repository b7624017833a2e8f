package dev.facecore.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimilarPairsTest {
  private static final double FLOOR = 0.2;

  @Test
  void fast_pairs_of_two_blocks_hold_those_of_the_obvious_loop() {
    // Odd sizes, and more faces than columns at once.
    FaceBlock a = block(0, 41, 0, 63);
    FaceBlock b = block(1, 600, 1000, 63);
    assertTrue(compare(a, b, false) > 100);
  }

  @Test
  void a_block_with_itself_gives_each_pair_once_and_no_face_with_itself() {
    FaceBlock a = block(0, 530, 0, 64);
    assertTrue(compare(a, a, true) > 100);
  }

  private static int compare(FaceBlock a, FaceBlock b, boolean same) {
    Set<Long> fast = new HashSet<>();
    SimilarPairs.find(a, b, FLOOR, (face, other) -> assertTrue(fast.add(pair(face, other))));
    int reached = 0;
    for (int i = 0; i < a.faces().length; i++) {
      for (int j = same ? i + 1 : 0; j < b.faces().length; j++) {
        double dot = dot(a, i, b, j);
        boolean found = fast.remove(pair(a.faces()[i], b.faces()[j]));
        if (Math.abs(dot - FLOOR) < 2 * SimilarPairs.MARGIN && dot < FLOOR) continue;
        assertEquals(dot >= FLOOR, found, i + ", " + j + ": " + dot);
        if (found) reached++;
      }
    }
    assertTrue(fast.isEmpty(), fast.size() + " pairs too many");
    return reached;
  }

  private static double dot(FaceBlock a, int i, FaceBlock b, int j) {
    double sum = 0;
    for (int d = 0; d < a.size(); d++) {
      sum += (double) a.vectors()[i * a.size() + d] * b.vectors()[j * b.size() + d];
    }
    return sum;
  }

  private static long pair(int face, int other) {
    return (long) face << 32 | other;
  }

  private static FaceBlock block(int index, int count, int first, int size) {
    Random random = new Random(index + 1);
    float[] vectors = new float[count * size];
    int[] faces = new int[count];
    for (int i = 0; i < count; i++) {
      faces[i] = first + i;
      System.arraycopy(Crowd.unit(random, size), 0, vectors, i * size, size);
    }
    return new FaceBlock(index, faces, vectors);
  }
}
