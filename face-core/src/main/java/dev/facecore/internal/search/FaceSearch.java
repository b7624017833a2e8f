package dev.facecore.internal.search;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.InferenceException;
import dev.facecore.Picture;
import dev.facecore.internal.detect.WithCloseUps;
import dev.facecore.internal.image.DecodedImage;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Finds the faces of a picture with any detector: at a size that suits them, turned by any angle in
 * the plane, and filling the frame. Thread-safe as far as the detector is, which it does not close.
 */
public final class FaceSearch {
  private final FaceDetector detector;
  private final TurnedFaces turned;
  private final SecondLook secondLook;

  public FaceSearch(FaceDetector detector) {
    this.detector = detector;
    if (detector instanceof WithCloseUps other) {
      this.turned = TurnedFaces.seenBy(other.closeUps());
      this.secondLook = SecondLook.confirmedByAnother(detector, turned);
    } else {
      this.turned = TurnedFaces.foundBy(detector);
      this.secondLook = SecondLook.confirmedByItself(detector, turned);
    }
  }

  /** The longer side, in pixels, of what a picture is first searched at; a chosen one is kept. */
  public static int firstSize(OptionalInt chosenSize) {
    return FirstLook.size(chosenSize);
  }

  /**
   * The faces in no particular order; boxes and points refer to the picture as displayed.
   *
   * @param chosenSize the longer side, in pixels, at which faces are looked for; empty chooses by
   *     the picture
   * @throws InferenceException if the network fails
   * @throws DeadlineException if the deadline passes
   */
  public List<Detection> in(Picture picture, OptionalInt chosenSize, Deadline deadline) {
    FirstLook first = FirstLook.at(picture, chosenSize, detector, deadline);
    Predicate<Detection> doubtful =
        face -> turned.needsAnotherLook(face, picture, first.shrink(picture));
    if (!first.faces().isEmpty() && first.faces().stream().noneMatch(doubtful)) {
      return first.faces();
    }
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(picture)) {
      DecodedImage image = lent.image();
      if (first.faces().isEmpty()) return secondLook.at(image, chosenSize, deadline);
      List<Detection> faces =
          first.faces().stream()
              .map(face -> doubtful.test(face) ? turned.upright(image, face, deadline) : face)
              .toList();
      // Several wrong boxes on one turned face come out as the one right box.
      return faces.equals(first.faces()) ? faces : Distinct.of(faces);
    }
  }
}
