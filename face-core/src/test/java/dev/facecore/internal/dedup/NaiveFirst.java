package dev.facecore.internal.dedup;

import dev.facecore.Face;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.List;

/** The obvious double loop, written from the contract. */
final class NaiveFirst {
  private NaiveFirst() {}

  /** For each face the index of the face that it is a sighting of; its own where it was kept. */
  static int[] keptFaceOf(List<Face> faces, double threshold, boolean samePhotoDistinct) {
    return keptFaceOf(faces, threshold, samePhotoDistinct, Readability.NOT_MEASURED);
  }

  static int[] keptFaceOf(
      List<Face> faces, double threshold, boolean samePhotoDistinct, Readability readability) {
    int[] keptOf = new int[faces.size()];
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      keptOf[i] = i;
      double most = Double.NEGATIVE_INFINITY;
      for (int k : kept) {
        double similarity =
            NaiveUpgma.similarity(faces.get(k).embedding(), faces.get(i).embedding(), readability);
        if (similarity < threshold - 1e-6 || similarity <= most) continue;
        if (samePhotoDistinct && sharesPicture(faces, keptOf, k, i)) continue;
        most = similarity;
        keptOf[i] = k;
      }
      if (keptOf[i] == i) kept.add(i);
    }
    return keptOf;
  }

  private static boolean sharesPicture(List<Face> faces, int[] keptOf, int kept, int face) {
    for (int i = 0; i < face; i++) {
      if (keptOf[i] == kept && faces.get(i).imageIndex() == faces.get(face).imageIndex()) {
        return true;
      }
    }
    return false;
  }
}
