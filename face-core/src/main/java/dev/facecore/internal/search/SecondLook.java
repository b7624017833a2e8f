package dev.facecore.internal.search;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import dev.facecore.Point;
import dev.facecore.internal.image.DecodedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * For pictures in which nothing was found: faces that fill the frame, which some detectors see only
 * with room around them, and faces that some see only upright. Thread-safe.
 */
final class SecondLook {
  /** The longer side of the picture, in pixels, in the view that shows it with a border. */
  private static final int BORDERED = 160;

  static double MIN = Double.parseDouble(System.getProperty("t.min", "0.9")), CONF = Double.parseDouble(System.getProperty("t.conf", "0.99"));

  private final FaceDetector detector;
  private final TurnedFaces turned;

  SecondLook(FaceDetector detector, TurnedFaces turned) {
    this.detector = detector;
    this.turned = turned;
  }

  List<Detection> at(DecodedImage image, int detectionSize, Deadline deadline) {
    List<Detection> found = new ArrayList<>();
    for (View view : views(image, detectionSize)) {
      try (DecodedImage seen = view.of(image)) {
        for (Detection face : detector.detect(seen, Math.max(view.width(), view.height()), deadline)) {
          if (face.confidence() < MIN) continue;
          Detection there = view.toPicture(face, image);
          turned.best(image, there, deadline).filter(look -> look.face().confidence() >= CONF)
            .ifPresent(look -> found.add(look.face()));
        }
      }
      if (!found.isEmpty() && view.degrees() == 0) break;
    }
    return Distinct.of(found);
  }

  static List<View> views(Picture picture, int detectionSize) {
    Point centre = new Point(picture.width() / 2.0, picture.height() / 2.0);
    int longer = Math.max(picture.width(), picture.height());
    int inner = Math.min(BORDERED, longer);
    double scale = Math.max(1, (double) longer / detectionSize);
    int wide = (int) Math.round(picture.width() / scale);
    int high = (int) Math.round(picture.height() / scale);
    List<View> views = new ArrayList<>();
    for (int degrees = 0; degrees < 360; degrees += 90) {
      views.add(View.square(centre, 2.0 * longer, degrees, 2 * inner));
      if (degrees == 180) views.add(new View(centre, scale, degrees, wide, high));
      else if (degrees != 0) views.add(new View(centre, scale, degrees, high, wide));
    }
    return views;
  }
}
