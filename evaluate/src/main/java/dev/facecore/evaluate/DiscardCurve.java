package dev.facecore.evaluate;

import dev.facecore.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is left of the missed pairs of one person when the faces that a measure holds for the worst
 * are dropped (error versus discard: Grother and Tabassi, PAMI 2007).
 */
final class DiscardCurve {
  private record Pair(int a, int b, boolean missed) {}

  private final List<Pair> pairs = new ArrayList<>();
  private final int faces;

  /** Pairs of one person below the threshold are misses. */
  DiscardCurve(LabelledFaces labelled, double threshold) {
    faces = labelled.faces().size();
    for (int a = 0; a < faces; a++) {
      Embedding embedding = labelled.faces().get(a).embedding();
      for (int b = 0; b < a; b++) {
        if (labelled.people()[a] != labelled.people()[b]) continue;
        double similarity = embedding.similarity(labelled.faces().get(b).embedding());
        pairs.add(new Pair(a, b, similarity < threshold));
      }
    }
  }

  /**
   * One point of the curve.
   *
   * @param pairs the pairs of one person that are left
   * @param misses those of them that are below the threshold
   */
  record Rest(long pairs, long misses) {
    /** The false non-match rate of what is left; 0 where nothing is. */
    double falseNonMatchRate() {
      return pairs == 0 ? 0 : (double) misses / pairs;
    }
  }

  /** Without any dropped. */
  Rest whole() {
    return without(new double[faces], 0);
  }

  /**
   * Without the share of the faces with the lowest values; of equal ones the later go first.
   *
   * @param values the measure of each face
   * @param share 0 to 1
   */
  Rest without(double[] values, double share) {
    int dropped = (int) Math.round(share * faces);
    boolean[] gone = new boolean[faces];
    IntStream.range(0, faces)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(face -> values[face])
                .thenComparing(Comparator.reverseOrder()))
        .limit(dropped)
        .forEach(face -> gone[face] = true);
    List<Pair> left = pairs.stream().filter(pair -> !gone[pair.a] && !gone[pair.b]).toList();
    return new Rest(left.size(), left.stream().filter(Pair::missed).count());
  }
}
