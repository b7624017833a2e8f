package dev.facecore;

import dev.facecore.internal.check.Require;
import java.util.Comparator;

/**
 * A face of a {@link FaceAlbum}.
 *
 * @param picture the key under which its picture was put
 * @param face its position among the faces of that picture, from 0
 */
public record FaceRef(String picture, int face) implements Comparable<FaceRef> {
  private static final Comparator<FaceRef> ORDER =
      Comparator.comparing(FaceRef::picture).thenComparingInt(FaceRef::face);

  /** Refuses a missing key and a negative position. */
  public FaceRef {
    Require.present("picture", picture);
    Require.between("face", face, 0, Integer.MAX_VALUE);
  }

  /** By picture, then by position. */
  @Override
  public int compareTo(FaceRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "face " + face + " of " + picture;
  }
}
