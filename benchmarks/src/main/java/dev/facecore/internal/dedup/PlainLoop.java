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
      double most = Double.NEGATIVE_INFINITY;
      people[i] = kept.size();
      for (int k = 0; k < kept.size(); k++) {
        double similarity = kept.get(k).embedding().similarity(faces.get(i).embedding());
        if (similarity >= threshold - 1e-6 && similarity > most) {
          most = similarity;
          people[i] = k;
        }
      }
      if (people[i] == kept.size()) kept.add(faces.get(i));
    }
    return people;
  }
}
