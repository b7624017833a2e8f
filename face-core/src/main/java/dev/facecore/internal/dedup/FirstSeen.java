package dev.facecore.internal.dedup;

import dev.facecore.Face;
import dev.facecore.internal.dedup.KeptFaces.Nearest;
import dev.facecore.stage.Readability;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The walk of {@link dev.facecore.DedupMode#FIRST}: a face joins the most similar person kept
 * before it, or is kept as a new one. The answer does not depend on how the faces are split into
 * calls. Not thread-safe.
 */
public final class FirstSeen {
  /**
   * How far below the threshold a similarity still reaches it, so that rounding keeps no picture
   * from matching itself at threshold 1.
   */
  static final double TOLERANCE = 1e-6;

  private static final int BATCH = 512;
  private static final int NOT_KEPT = -1;

  private final Matching matching;
  private final double floor;
  private final boolean samePhotoDistinct;
  private final KeptFaces kept;
  // Person and picture in one number; filled only where pictures matter.
  private final Set<Long> appearances = new HashSet<>();

  private FirstSeen(double similarity, boolean samePhotoDistinct, Matching matching) {
    this.samePhotoDistinct = samePhotoDistinct;
    this.matching = matching;
    floor = similarity - TOLERANCE;
    kept = new KeptFaces(matching, floor);
  }

  /**
   * Groups faces in one go.
   *
   * @throws IllegalArgumentException if they were not all embedded by one model
   */
  public static Grouping group(
      List<Face> faces, double similarity, boolean samePhotoDistinct, Readability readability) {
    Matching matching = new Matching(readability);
    return new Grouping(new FirstSeen(similarity, samePhotoDistinct, matching).add(faces));
  }

  /** How many people there are. */
  public int count() {
    return kept.count();
  }

  /**
   * Finds each face's person, in order. A number that equals the {@link #count} at that moment is a
   * new person, whose kept face this is.
   *
   * @throws IllegalArgumentException if a face was embedded by another model than those before it;
   *     then none of these faces is added
   */
  public int[] add(List<Face> faces) {
    int[] people = new int[faces.size()];
    if (faces.isEmpty()) return people;
    Vectors.requireOneModel(count() > 0 ? kept.get(0) : faces.get(0).embedding(), faces);
    for (int start = 0; start < people.length; start += BATCH) {
      List<Face> batch = faces.subList(start, Math.min(people.length, start + BATCH));
      addBatch(batch, people, start);
    }
    return people;
  }

  private void addBatch(List<Face> batch, int[] people, int start) {
    Nearest[] nearest = kept.nearest(batch, this::allows);
    Pairs pairs = PairSearch.find(Vectors.of(batch, matching), floor, BATCH * BATCH);
    Neighbours inBatch = new Neighbours(pairs, batch.size());
    int[] keptAs = new int[batch.size()];
    for (int i = 0; i < keptAs.length; i++) {
      Face face = batch.get(i);
      Nearest best = nearest[i];
      // A face before this one in the batch may have taken the person for this picture.
      if (best != null && !allows(best.kept(), face)) {
        best = kept.nearest(List.of(face), this::allows)[0];
      }
      for (int n = 0; n < inBatch.count(i); n++) {
        int person = keptAs[inBatch.get(i, n)];
        if (person < 0 || !allows(person, face)) continue;
        best = Nearest.better(best, new Nearest(person, inBatch.similarity(i, n)));
      }
      Integer equal = kept.equal(face.embedding());
      if (equal != null && allows(equal, face)) best = new Nearest(equal, 1);
      int person = best == null ? kept.count() : best.kept();
      keptAs[i] = best == null ? person : NOT_KEPT;
      people[start + i] = person;
      if (best == null) kept.add(face.embedding());
      if (samePhotoDistinct) appearances.add(appearance(person, face.imageIndex()));
    }
  }

  private boolean allows(int person, Face face) {
    return !samePhotoDistinct || !appearances.contains(appearance(person, face.imageIndex()));
  }

  private static long appearance(int person, int imageIndex) {
    return (long) person << 32 | imageIndex;
  }
}
