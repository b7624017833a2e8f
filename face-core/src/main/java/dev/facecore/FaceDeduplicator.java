package dev.facecore;

import dev.facecore.internal.dedup.FirstSeen;
import dev.facecore.internal.dedup.Grouping;
import java.util.List;

/**
 * Keeps each person once. Pure Java: needs no models and no native code. Stateless and thread-safe.
 */
public final class FaceDeduplicator {
  private final DedupMode mode;
  private final double similarity;
  private final boolean samePhotoDistinct;

  private FaceDeduplicator(DedupMode mode, double similarity, boolean samePhotoDistinct) {
    this.mode = mode;
    this.similarity = similarity;
    this.samePhotoDistinct = samePhotoDistinct;
  }

  /** Groups by a cosine similarity, 0 to 1. */
  public static FaceDeduplicator of(DedupMode mode, double similarity, boolean samePhotoDistinct) {
    Require.present("mode", mode);
    Require.ratio("similarity", similarity);
    return new FaceDeduplicator(mode, similarity, samePhotoDistinct);
  }

  /** The people, by first appearance. */
  public List<Person> group(List<Face> faces) {
    Grouping groups = FirstSeen.group(faces, similarity, samePhotoDistinct);
    return switch (mode) {
      case FIRST -> groups.peopleByFirst(faces);
      case BEST -> groups.peopleByQuality(faces);
      case CLUSTER -> throw new UnsupportedOperationException();
    };
  }
}
