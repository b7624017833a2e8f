package dev.facecore.internal.dedup;

import dev.facecore.Face;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Textbook average linkage: every mean over every pair of groups, anew for every join. */
final class NaiveUpgma {
  private NaiveUpgma() {}

  static Set<Set<Integer>> group(List<Face> faces, double threshold, boolean samePhotoDistinct) {
    double[][] similarity = new double[faces.size()][faces.size()];
    for (int i = 0; i < faces.size(); i++) {
      for (int j = 0; j < faces.size(); j++) {
        similarity[i][j] = faces.get(i).embedding().similarity(faces.get(j).embedding());
      }
    }
    List<Set<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) groups.add(Set.of(i));
    while (true) {
      double most = Double.NEGATIVE_INFINITY;
      int first = -1;
      int second = -1;
      for (int a = 0; a < groups.size(); a++) {
        for (int b = a + 1; b < groups.size(); b++) {
          if (samePhotoDistinct && sharePicture(faces, groups.get(a), groups.get(b))) continue;
          double mean = mean(similarity, groups.get(a), groups.get(b));
          if (mean < threshold - 1e-6 || mean <= most) continue;
          most = mean;
          first = a;
          second = b;
        }
      }
      if (first < 0) return new HashSet<>(groups);
      Set<Integer> both = new HashSet<>(groups.get(first));
      both.addAll(groups.remove(second));
      groups.set(first, both);
    }
  }

  private static double mean(double[][] similarity, Set<Integer> a, Set<Integer> b) {
    double sum = 0;
    for (int i : a) for (int j : b) sum += similarity[i][j];
    return sum / (a.size() * b.size());
  }

  private static boolean sharePicture(List<Face> faces, Set<Integer> a, Set<Integer> b) {
    for (int i : a) {
      for (int j : b) if (faces.get(i).imageIndex() == faces.get(j).imageIndex()) return true;
    }
    return false;
  }
}
