package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Textbook average linkage: the means of all pairs of groups in a matrix, the largest searched for
 * every join, and those of the joined group taken anew over all its pairs.
 */
final class NaiveUpgma {
  private final List<Face> faces;
  private final boolean samePhotoDistinct;
  private final double[][] similarity;
  private final double[][] mean;
  private final List<List<Integer>> groups = new ArrayList<>();

  private NaiveUpgma(List<Face> faces, boolean samePhotoDistinct, Readability readability) {
    this.faces = faces;
    this.samePhotoDistinct = samePhotoDistinct;
    similarity = new double[faces.size()][faces.size()];
    mean = new double[faces.size()][faces.size()];
    for (int i = 0; i < faces.size(); i++) {
      groups.add(new ArrayList<>(List.of(i)));
      for (int j = 0; j < faces.size(); j++) {
        similarity[i][j] =
            similarity(faces.get(i).embedding(), faces.get(j).embedding(), readability);
      }
    }
    for (int i = 0; i < faces.size(); i++) compare(i);
  }

  static Set<Set<Integer>> group(List<Face> faces, double threshold, boolean samePhotoDistinct) {
    return group(faces, threshold, samePhotoDistinct, Readability.NOT_MEASURED);
  }

  /** Written from the contract: equal faces are one picture of a face, however unreadable. */
  static double similarity(Embedding a, Embedding b, Readability readability) {
    return a.equals(b) ? a.similarity(b) : readability.matchingSimilarity(a, b);
  }

  static Set<Set<Integer>> group(
      List<Face> faces, double threshold, boolean samePhotoDistinct, Readability readability) {
    NaiveUpgma naive = new NaiveUpgma(faces, samePhotoDistinct, readability);
    while (naive.join(threshold - 1e-6)) {}
    Set<Set<Integer>> result = new HashSet<>();
    for (List<Integer> group : naive.groups) if (!group.isEmpty()) result.add(Set.copyOf(group));
    return result;
  }

  private boolean join(double least) {
    double most = Double.NEGATIVE_INFINITY;
    int first = -1;
    int second = -1;
    for (int a = 0; a < groups.size(); a++) {
      for (int b = a + 1; b < groups.size(); b++) {
        if (mean[a][b] < least || mean[a][b] <= most) continue;
        most = mean[a][b];
        first = a;
        second = b;
      }
    }
    if (first < 0) return false;
    groups.get(first).addAll(groups.get(second));
    groups.get(second).clear();
    compare(first);
    compare(second);
    return true;
  }

  private void compare(int group) {
    for (int other = 0; other < groups.size(); other++) {
      mean[group][other] = mean[other][group] = mean(groups.get(group), groups.get(other));
    }
  }

  private double mean(List<Integer> a, List<Integer> b) {
    if (a.isEmpty() || b.isEmpty()) return Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i : a) {
      for (int j : b) {
        boolean onePicture = faces.get(i).imageIndex() == faces.get(j).imageIndex();
        if (samePhotoDistinct && onePicture) return Double.NEGATIVE_INFINITY;
        sum += similarity[i][j];
      }
    }
    return sum / (a.size() * b.size());
  }
}
