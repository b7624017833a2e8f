package dev.facecore.internal.looks;

import dev.facecore.Deadline;
import dev.facecore.internal.detect.PointedDetector;
import dev.facecore.internal.detect.ScoutingDetector;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The whole picture as it is, at the size that was chosen or at one that suits the faces in it.
 *
 * @param faces what was found
 * @param settled those of the faces that need no further look: a second network saw them from near
 * @param places where the detector saw too little for a face, by descending confidence; empty for a
 *     detector that does not say
 * @param size the largest detection size that was used
 * @param nanos how long the first run of the detector took
 */
record FirstLook(
    List<Detection> faces, Set<Detection> settled, List<Detection> places, int size, long nanos) {
  /** Finds faces of 24 pixels of the network and more; docs/detection-size.md has the table. */
  static final int USUAL = 640;

  /** Twice the usual: beyond it, nearly only false faces are added. */
  private static final int LARGER = 1280;

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
    long start = System.nanoTime();
    Set<Detection> settled = new HashSet<>();
    List<Detection> seen =
        detector instanceof ScoutingDetector scout
            ? scout.candidates(picture, size, deadline)
            : detect(picture, size, detector, settled, deadline);
    long nanos = System.nanoTime() - start;
    List<Detection> faces = seen.stream().filter(FirstLook::isFace).toList();
    List<Detection> places = seen.stream().filter(found -> !isFace(found)).toList();
    FirstLook look = new FirstLook(faces, settled, places, size, nanos);
    return chosenSize.isPresent() ? look : look.enlarged(picture, faces, detector, deadline);
  }

  private static List<Detection> detect(
      Picture picture, int size, FaceDetector detector, Set<Detection> settled, Deadline deadline) {
    if (!(detector instanceof PointedDetector both))
      return detector.detect(picture, size, deadline);
    List<PointedDetector.Pointed> found = both.pointed(picture, size, deadline);
    found.stream().filter(TurnedFaces::isSettled).forEach(seen -> settled.add(seen.face()));
    return found.stream().map(PointedDetector.Pointed::face).toList();
  }

  private static boolean isFace(Detection found) {
    return found.confidence() >= ScoutingDetector.MIN_CONFIDENCE;
  }

  /** The same look for who takes its faces for weak places, which they then come before. */
  FirstLook withoutFaces() {
    List<Detection> all = new ArrayList<>(faces);
    all.addAll(places);
    return new FirstLook(List.of(), Set.of(), List.copyOf(all), size, nanos);
  }

  /**
   * Looks at the larger size as well if some of the faces are small and the picture has more pixels
   * of them than the detector was shown.
   */
  FirstLook enlarged(
      Picture picture, List<Detection> known, FaceDetector detector, Deadline deadline) {
    if (size >= LARGER || known.stream().noneMatch(face -> isSmall(face, picture))) {
      return new FirstLook(known, settled, places, size, nanos);
    }
    Set<Detection> settledToo = new HashSet<>(settled);
    List<Detection> all = new ArrayList<>(detect(picture, LARGER, detector, settledToo, deadline));
    all.addAll(known);
    return new FirstLook(Distinct.of(all), settledToo, places, LARGER, nanos);
  }

  private boolean isSmall(Detection face, Picture picture) {
    double shrink = shrink(picture);
    return shrink < 1 && shrink * Math.min(face.box().width(), face.box().height()) < SMALL;
  }

  /** Pixels of the network for one of the picture, at most 1. */
  double shrink(Picture picture) {
    return Math.min(1, (double) size / Math.max(picture.width(), picture.height()));
  }
}
