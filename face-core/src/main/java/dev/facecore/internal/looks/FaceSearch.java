package dev.facecore.internal.looks;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.InferenceException;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the faces of a picture: at a size that suits them and, with a detector of the catalogue,
 * turned by any angle in the plane. Thread-safe as far as the detector is, which it does not close.
 */
public final class FaceSearch {
  private final FaceDetector detector;
  private final Optional<SecondLooks> secondLooks;

  public FaceSearch(FaceDetector detector) {
    this.secondLooks = SecondLooks.of(detector);
    this.detector = secondLooks.map(SecondLooks::detector).orElse(detector);
  }

  /** The longer side, in pixels, of what a picture is first searched at; a chosen one is kept. */
  public static int firstSize(OptionalInt chosenSize) {
    return FirstLook.size(chosenSize);
  }

  /**
   * The faces of a picture.
   *
   * @param faces in no particular order; boxes and points refer to the picture as displayed
   * @param again nanoseconds in all looks but the first
   */
  public record Found(List<Detection> faces, long again) {}

  /**
   * Searches a picture.
   *
   * @param chosenSize the longer side, in pixels, at which faces are looked for; empty chooses by
   *     the picture
   * @throws InferenceException if the network fails
   * @throws DeadlineException if the deadline passes
   */
  public Found in(Picture picture, OptionalInt chosenSize, Deadline deadline) {
    long start = System.nanoTime();
    FirstLook first = FirstLook.at(picture, chosenSize, detector, deadline);
    List<Detection> faces =
        secondLooks
            .map(looks -> looks.after(first, picture, chosenSize, deadline))
            .orElse(first.faces());
    return new Found(faces, System.nanoTime() - start - first.nanos());
  }
}
