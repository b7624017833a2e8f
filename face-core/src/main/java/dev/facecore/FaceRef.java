package dev.facecore;

import dev.facecore.internal.check.Require;
import java.util.Comparator;

/**
 * A face of a {@link FaceAlbum}.
 *
 * @param image the key under which its image was put
 * @param face its position among the faces of that image, from 0
 */
public record FaceRef(String image, int face) implements Comparable<FaceRef> {
  private static final Comparator<FaceRef> ORDER =
      Comparator.comparing(FaceRef::image).thenComparingInt(FaceRef::face);

  /** Refuses a missing key and a negative position. */
  public FaceRef {
    Require.present("image", image);
    Require.between("face", face, 0, Integer.MAX_VALUE);
  }

  /** Compares by image, then by position. */
  @Override
  public int compareTo(FaceRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "face " + face + " of " + image;
  }
}
