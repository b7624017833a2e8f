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
  static final int USUAL = 640;

  /** Twice the usual: beyond it, nearly only false faces are added. */
  static final int LARGER = 1280;

  /**
   * Of faces of this width, in pixels of the network, 97 % are found and 86 % recognised; of
   * smaller ones soon neither.
   */
  private static final double SMALL = 24;

  /** The size of the first look. */
  static int size(OptionalInt chosenSize) {
    return chosenSize.orElse(USUAL);
  }

  /** Looks once at the chosen size, or at the usual one and, if that pays, at the larger one. */
  static FirstLook at(
      Picture picture, OptionalInt chosenSize, FaceDetector detector, Deadline deadline) {
    int size = size(chosenSize);
    FirstLook look = new FirstLook(detector.detect(picture, size, deadline), size);
    if (chosenSize.isPresent() || !look.hasSmallFaces(picture)) return look;
    List<Detection> all = new ArrayList<>(detector.detect(picture, LARGER, deadline));
    all.addAll(look.faces);
    return new FirstLook(Distinct.of(all), LARGER);
  }

  /** Whether there are faces of which the picture has more pixels than the network was shown. */
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
