package dev.facecore.evaluate;

import dev.facecore.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well one threshold tells pairs of the same person from pairs of different people.
 *
 * @param pairs all pairs; one with a picture without a face counts as judged different
 * @param accuracy the share judged rightly at the best threshold
 * @param threshold the cosine similarity at which the accuracy is best
 * @param meanSame the mean cosine similarity of same-person pairs with two faces
 * @param meanDifferent the mean cosine similarity of different-person pairs with two faces
 */
record Verification(
    int pairs, double accuracy, double threshold, double meanSame, double meanDifferent) {
  record Judged(double similarity, boolean same) {}

  static Verification of(List<Map<String, String>> pairs, CentralFaces faces) {
    List<Judged> judged = new ArrayList<>();
    long sameWithoutFace = 0;
    long differentWithoutFace = 0;
    for (Map<String, String> pair : pairs) {
      boolean same = pair.get("same").equals("1");
      Optional<Face> a = faces.of(pair.get("image_a"));
      Optional<Face> b = faces.of(pair.get("image_b"));
      if (a.isPresent() && b.isPresent()) {
        judged.add(new Judged(a.get().embedding().similarity(b.get().embedding()), same));
      } else if (same) {
        sameWithoutFace++;
      } else {
        differentWithoutFace++;
      }
    }
    return best(judged, sameWithoutFace, differentWithoutFace);
  }

  // From the highest similarity down: every same-person pair passed is gained, every other is lost.
  static Verification best(List<Judged> judged, long sameWithoutFace, long differentWithoutFace) {
    judged.sort(Comparator.comparingDouble(Judged::similarity).reversed());
    long right = differentWithoutFace + judged.stream().filter(pair -> !pair.same()).count();
    long bestRight = right;
    double threshold = 1;
    for (int i = 0; i < judged.size(); i++) {
      double similarity = judged.get(i).similarity();
      right += judged.get(i).same() ? 1 : -1;
      boolean tiesFollow = i + 1 < judged.size() && judged.get(i + 1).similarity() == similarity;
      if (right > bestRight && !tiesFollow) {
        bestRight = right;
        threshold = similarity;
      }
    }
    int all = (int) (judged.size() + sameWithoutFace + differentWithoutFace);
    return new Verification(
        all, (double) bestRight / all, threshold, mean(judged, true), mean(judged, false));
  }

  private static double mean(List<Judged> judged, boolean same) {
    return judged.stream()
        .filter(pair -> pair.same() == same)
        .mapToDouble(Judged::similarity)
        .average()
        .orElse(Double.NaN);
  }
}
