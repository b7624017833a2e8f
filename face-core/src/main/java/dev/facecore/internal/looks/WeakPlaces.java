package dev.facecore.internal.looks;

import dev.facecore.Deadline;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Detection;
import java.util.List;

/**
 * Looks again where a detector saw something that it did not take for a face: faces that are
 * turned, small or cut leave such a trace, if only a weak one. So looks from near at the few places
 * where it saw most replace looks at the whole picture in other orientations, which cost the most
 * where there is nothing to find. Thread-safe.
 */
final class WeakPlaces {
  /** In a picture without faces the first few are what looks most like one. */
  private static final int MOST = 3;

  private final TurnedFaces turned;

  WeakPlaces(TurnedFaces turned) {
    this.turned = turned;
  }

  /**
   * The faces among the places, set upright. A face is one from near as well; most of what a
   * picture without faces offers is not.
   *
   * @param places by descending confidence
   */
  List<Detection> faces(DecodedImage image, List<Detection> places, Deadline deadline) {
    return Distinct.of(turned.confirmed(image, places.stream().limit(MOST).toList(), deadline));
  }
}
