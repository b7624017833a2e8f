package dev.facecore.internal.dedup;

import dev.facecore.Face;
import java.util.ArrayList;
import java.util.List;

/** Deduplication as one would write it in Java: what the blocked search is compared with. */
final class PlainLoop {
  private PlainLoop() {}

  /** For each face the number of its person. */
  static int[] first(List<Face> faces, double threshold) {
    List<Face> kept = new ArrayList<>();
    int[] people = new int[faces.size()];
    for (int i = 0; i < people.length; i++) {
      people[i] = person(faces.get(i), kept, threshold);
      if (people[i] == kept.size()) kept.add(faces.get(i));
    }
    return people;
  }

  /**
   * The nanoseconds that the loop takes, from a share of its rounds: those of every {@code
   * every}-th face, among the people that a result says were kept before it. Refuses a result that
   * has another answer than the loop for one of them; if it has none for any face, it is that of
   * the loop.
   */
  static double nanos(List<Face> faces, double threshold, int[] people, int every) {
    List<Face> kept = new ArrayList<>();
    long nanos = 0;
    for (int i = 0; i < people.length; i++) {
      if (i % every == 0) {
        long start = System.nanoTime();
        int person = person(faces.get(i), kept, threshold);
        nanos += System.nanoTime() - start;
        if (person != people[i]) throw new AssertionError("face " + i + " is person " + person);
      }
      if (people[i] == kept.size()) kept.add(faces.get(i));
    }
    return (double) nanos * every;
  }

  private static int person(Face face, List<Face> kept, double threshold) {
    double most = Double.NEGATIVE_INFINITY;
    int person = kept.size();
    for (int k = 0; k < kept.size(); k++) {
      double similarity = kept.get(k).embedding().similarity(face.embedding());
      if (similarity >= threshold - 1e-6 && similarity > most) {
        most = similarity;
        person = k;
      }
    }
    return person;
  }
}
