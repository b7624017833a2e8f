package dev.facecore.internal.search;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import dev.facecore.internal.image.DecodedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * For pictures in which nothing was found: faces that fill the frame, which some detectors see only
 * with room around them, faces that some see only upright, and very small ones. Thread-safe.
 */
final class SecondLook {
  /** The longer side of the picture, in pixels, in the view that shows it with a border. */
  private static final int BORDERED = 160;

  /** That view's side for one of the picture's. */
  private static final double BORDER = 1.5;

  /** Each further look may find what is none: below this confidence it is no face. */
  private static final double MIN_CONFIDENCE = 0.9;

  /** Enough for a detector that finds faces leaning by up to 45 degrees. */
  private static final List<Integer> QUARTERS = List.of(90, 180, 270);

  /** Some find only faces that stand nearly upright. */
  private static final List<Integer> EIGHTHS = List.of(90, 180, 270, 45, 135, 225, 315);

  private final FaceDetector detector;
  private final TurnedFaces turned;
  private final double minConfidence;
  private final List<Integer> directions;

  private SecondLook(
      FaceDetector detector, TurnedFaces turned, double minConfidence, List<Integer> directions) {
    this.detector = detector;
    this.turned = turned;
    this.minConfidence = minConfidence;
    this.directions = directions;
  }

  /** For a detector that also looks from near: it has to be sure from the beginning. */
  static SecondLook confirmedByItself(FaceDetector detector, TurnedFaces turned) {
    return new SecondLook(detector, turned, MIN_CONFIDENCE, QUARTERS);
  }

  /** For a detector beside which another one looks from near: that one has to be sure. */
  static SecondLook confirmedByAnother(FaceDetector detector, TurnedFaces turned) {
    return new SecondLook(detector, turned, 0, EIGHTHS);
  }

  /** The faces of the first view that shows any, set upright. */
  List<Detection> at(DecodedImage image, OptionalInt chosenSize, Deadline deadline) {
    for (View view : views(image, chosenSize)) {
      List<Detection> faces = in(view, image, deadline);
      if (!faces.isEmpty()) return faces;
    }
    return List.of();
  }

  /**
   * With a border, then whole in other orientations, then larger if the size was not chosen and the
   * picture has the pixels.
   */
  private List<View> views(Picture picture, OptionalInt chosenSize) {
    int longer = Math.max(picture.width(), picture.height());
    int size = chosenSize.orElse(FirstLook.USUAL);
    List<View> views = new ArrayList<>();
    views.add(
        View.square(
            View.middle(picture),
            BORDER * longer,
            0,
            (int) Math.ceil(BORDER * Math.min(BORDERED, longer))));
    for (int degrees : directions) views.add(View.whole(picture, degrees, size));
    if (chosenSize.isEmpty() && longer > size) {
      views.add(View.whole(picture, 0, FirstLook.LARGER));
    }
    return views;
  }

  private List<Detection> in(View view, DecodedImage image, Deadline deadline) {
    try (DecodedImage seen = view.of(image)) {
      int size = Math.max(view.width(), view.height());
      return Distinct.of(
          detector.detect(seen, size, deadline).stream()
              .filter(face -> face.confidence() >= minConfidence)
              .map(face -> confirmed(image, view.toPicture(face, image), deadline))
              .flatMap(Optional::stream)
              .toList());
    }
  }

  // A face is one from near as well; most of what a picture without faces offers is not.
  private Optional<Detection> confirmed(DecodedImage image, Detection face, Deadline deadline) {
    return turned
        .best(image, face, deadline)
        .map(CloseLook::face)
        .filter(close -> close.confidence() >= TurnedFaces.SURE);
  }
}
