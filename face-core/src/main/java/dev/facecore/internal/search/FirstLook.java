package dev.facecore.internal.search;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The whole picture as it is, at the size that was chosen or at one that suits the faces in it.
 *
 * @param faces what was found
 * @param size the largest detection size that was used
 */
record FirstLook(List<Detection> faces, int size) {
  /** Finds faces of 24 pixels of the network and more; docs/detection-size.md has the table. */
  private static final int USUAL = 640;

  /** Doubling ends here: three times the time of all smaller looks, and four times the memory. */
  private static final int MOST = Integer.getInteger("t.most", 2560);

  /**
   * Of faces of this width, in pixels of the network, 97 % are found and 86 % recognised; of
   * smaller ones soon neither.
   */
  private static final double SMALL = Double.parseDouble(System.getProperty("t.small", "24"));

  /** Looks once at the chosen size, or at the usual one and at larger ones as long as it pays. */
  static FirstLook at(
      Picture picture, OptionalInt chosenSize, FaceDetector detector, Deadline deadline) {
    int size = chosenSize.orElse(USUAL);
    FirstLook look = new FirstLook(detector.detect(picture, size, deadline), size);
    if (chosenSize.isPresent()) return look;
    while (look.size < MOST && look.hasSmallFaces(picture)) {
      look = look.andAt(2 * look.size, picture, detector, deadline);
    }
    return look;
  }

  private FirstLook andAt(int larger, Picture picture, FaceDetector detector, Deadline deadline) {
    List<Detection> all = new ArrayList<>(detector.detect(picture, larger, deadline));
    if (!Boolean.getBoolean("t.replace")) all.addAll(faces);
    return new FirstLook(Distinct.of(all), larger);
  }

  private boolean hasSmallFaces(Picture picture) {
    double shrink = shrink(picture);
    return shrink < 1
        && faces.stream()
            .map(Detection::box)
            .anyMatch(box -> shrink * Math.min(box.width(), box.height()) < SMALL);
  }

  /** Pixels of the network for one of the picture, at most 1. */
  double shrink(Picture picture) {
    return Math.min(1, (double) size / Math.max(picture.width(), picture.height()));
  }
}
