package dev.facecore.internal.dedup;

import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final Set<Links.Pair> different;
  private final double[][] similarity;
  private final double[][] mean;
  private final List<List<Integer>> groups = new ArrayList<>();

  private NaiveUpgma(
      List<Face> faces, boolean samePhotoDistinct, Readability readability, Links links) {
    different = Set.copyOf(links.different());
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
    for (Links.Pair pair : links.same()) put(groupOf(pair.a()), groupOf(pair.b()));
    joinEqual();
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
    return group(faces, threshold, samePhotoDistinct, readability, Links.NONE);
  }

  static Set<Set<Integer>> group(
      List<Face> faces,
      double threshold,
      boolean samePhotoDistinct,
      Readability readability,
      Links links) {
    NaiveUpgma naive = new NaiveUpgma(faces, samePhotoDistinct, readability, links);
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
    put(first, second);
    compare(first);
    compare(second);
    return true;
  }

  private void put(int first, int second) {
    if (first == second) return;
    groups.get(first).addAll(groups.get(second));
    groups.get(second).clear();
  }

  private int groupOf(int face) {
    int group = 0;
    while (!groups.get(group).contains(face)) group++;
    return group;
  }

  /**
   * Only with links does it matter: equal faces are the most similar, unless they are forbidden.
   */
  private void joinEqual() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) order.add(i);
    order.sort(Comparator.comparing(faces::get, ContentOrder.FACES));
    for (int later = 0; later < order.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        int a = order.get(earlier);
        int b = order.get(later);
        if (!faces.get(a).embedding().equals(faces.get(b).embedding())) continue;
        if (groupOf(a) != groupOf(b) && forbidden(groups.get(groupOf(a)), groups.get(groupOf(b)))) {
          continue;
        }
        put(groupOf(a), groupOf(b));
        break;
      }
    }
  }

  private boolean forbidden(List<Integer> a, List<Integer> b) {
    for (int i : a) {
      for (int j : b) {
        boolean onePicture = faces.get(i).imageIndex() == faces.get(j).imageIndex();
        if (samePhotoDistinct && onePicture) return true;
        if (different.contains(new Links.Pair(i, j))) return true;
        if (different.contains(new Links.Pair(j, i))) return true;
      }
    }
    return false;
  }

  private void compare(int group) {
    for (int other = 0; other < groups.size(); other++) {
      mean[group][other] = mean[other][group] = mean(groups.get(group), groups.get(other));
    }
  }

  private double mean(List<Integer> a, List<Integer> b) {
    if (a.isEmpty() || b.isEmpty() || forbidden(a, b)) return Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i : a) {
      for (int j : b) {
        sum += similarity[i][j];
      }
    }
    return sum / (a.size() * b.size());
  }
}
