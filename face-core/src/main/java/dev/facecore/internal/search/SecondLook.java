package dev.facecore.internal.search;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import dev.facecore.Point;
import dev.facecore.internal.image.DecodedImage;
import java.util.List;
import java.util.Optional;

/**
 * For pictures in which nothing was found: faces that fill the frame, which some detectors see only
 * with room around them, and faces that some see only upright. Thread-safe.
 */
final class SecondLook {
  /** The longer side of the picture, in pixels, in the view that shows it with a border. */
  private static final int BORDERED = 160;

  /** That view's side for one of the picture's. */
  private static final double BORDER = 1.5;

  /** What four looks may find, one may find by mistake: below this it is no face. */
  private static final double MIN_CONFIDENCE = 0.9;

  private final FaceDetector detector;
  private final TurnedFaces turned;

  SecondLook(FaceDetector detector, TurnedFaces turned) {
    this.detector = detector;
    this.turned = turned;
  }

  /** The faces of the first view that shows any, set upright. */
  List<Detection> at(DecodedImage image, int detectionSize, Deadline deadline) {
    for (View view : views(image, detectionSize)) {
      List<Detection> faces = in(view, image, deadline);
      if (!faces.isEmpty()) return faces;
    }
    return List.of();
  }

  /** With a border, then whole in the other three orientations. */
  static List<View> views(Picture picture, int detectionSize) {
    Point centre = new Point(picture.width() / 2.0, picture.height() / 2.0);
    int longer = Math.max(picture.width(), picture.height());
    int bordered = (int) Math.ceil(BORDER * Math.min(BORDERED, longer));
    double scale = Math.max(1, (double) longer / detectionSize);
    int wide = (int) Math.ceil(picture.width() / scale);
    int high = (int) Math.ceil(picture.height() / scale);
    return List.of(
        View.square(centre, BORDER * longer, 0, bordered),
        new View(centre, scale, 90, high, wide),
        new View(centre, scale, 180, wide, high),
        new View(centre, scale, 270, high, wide));
  }

  private List<Detection> in(View view, DecodedImage image, Deadline deadline) {
    try (DecodedImage seen = view.of(image)) {
      int size = Math.max(view.width(), view.height());
      return Distinct.of(
          detector.detect(seen, size, deadline).stream()
              .filter(face -> face.confidence() >= MIN_CONFIDENCE)
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
