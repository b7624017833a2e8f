package dev.facecore.internal.dedup;

import dev.facecore.Face;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Groups faces in one walk: a face joins the most similar face kept before it, or is kept. */
public final class FirstSeen {
  private static final double TOLERANCE = 1e-6;

  private FirstSeen() {}

  /** The groups of {@link dev.facecore.DedupMode#FIRST}. */
  public static Grouping group(List<Face> faces, double similarity, boolean samePhotoDistinct) {
    List<Face> kept = new ArrayList<>();
    List<Set<Integer>> pictures = new ArrayList<>();
    int[] groupOf = new int[faces.size()];
    for (int i = 0; i < groupOf.length; i++) {
      Face face = faces.get(i);
      int best = -1;
      double bestSimilarity = 0;
      for (int k = 0; k < kept.size(); k++) {
        if (samePhotoDistinct && pictures.get(k).contains(face.imageIndex())) continue;
        double alike = kept.get(k).embedding().similarity(face.embedding());
        if (alike >= similarity - TOLERANCE && (best < 0 || alike > bestSimilarity)) {
          best = k;
          bestSimilarity = alike;
        }
      }
      if (best < 0) {
        best = kept.size();
        kept.add(face);
        pictures.add(new HashSet<>());
      }
      pictures.get(best).add(face.imageIndex());
      groupOf[i] = best;
    }
    return new Grouping(groupOf, kept.size());
  }
}
