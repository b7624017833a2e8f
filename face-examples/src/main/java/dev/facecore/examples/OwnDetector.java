package dev.facecore.examples;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.FaceExtractor;
import dev.facecore.FaceLandmarks;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import dev.facecore.Point;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Implements a detector for headshots, as {@code faces extract} writes them, in which the position
 * of the face is known. The program groups headshots into people.
 */
public final class OwnDetector implements FaceDetector {
  /** Where the alignment puts the five points, as shares of the side. */
  private static final double[][] POINTS = {
    {.342, .462}, {.656, .460}, {.500, .641}, {.371, .825}, {.632, .823}
  };

  public static void main(String[] images) {
    List<ImageSource> headshots =
        Arrays.stream(images).map(Path::of).map(ImageSource::file).toList();
    // The extractor takes the detector over: closing it closes the detector.
    try (FaceExtractor extractor = FaceExtractor.builder().detector(new OwnDetector()).build()) {
      for (Person person : extractor.extract(headshots).people()) {
        System.out.printf("%s seen %d times%n", person.id(), person.sightings().size());
      }
    }
  }

  @Override
  public String name() {
    return "headshots";
  }

  @Override
  public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
    Box whole = new Box(0, 0, picture.width(), picture.height());
    FaceLandmarks points =
        new FaceLandmarks(
            point(0, picture),
            point(1, picture),
            point(2, picture),
            point(3, picture),
            point(4, picture));
    return List.of(new Detection(whole, points, 1));
  }

  private static Point point(int index, Picture picture) {
    return new Point(POINTS[index][0] * picture.width(), POINTS[index][1] * picture.height());
  }

  /** Nothing to free: a network would be closed here, after calls under way. */
  @Override
  public void close() {}
}
