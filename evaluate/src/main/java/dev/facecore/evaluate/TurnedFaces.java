package dev.facecore.evaluate;

import dev.facecore.Box;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.Point;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Photographs turned by one angle, each with what is known of its face. */
final class TurnedFaces implements Consumer<ImageAnalysis> {
  /**
   * What came of it.
   *
   * @param degrees clockwise
   * @param images those with a face when upright
   * @param found the share with a face where it must be
   * @param recognised of those, the share whose embedding is that of the upright face
   * @param overlap mean intersection over union of their boxes with the turned upright ones
   * @param pointError mean distance of their points from the turned upright ones, in distances
   *     between the eyes
   */
  record Result(
      int degrees,
      int images,
      double found,
      double recognised,
      double overlap,
      double pointError) {}

  /** A face where it must be in the turned picture. */
  private record Expected(Face upright, Box box, List<Point> points) {}

  private final int degrees;
  private final List<Path> files;
  private final CentralFaces upright;
  private final double same;
  private final Queue<Expected> underWay = new ConcurrentLinkedQueue<>();
  private int found;
  private int recognised;
  private double overlaps;
  private double pointErrors;

  TurnedFaces(int degrees, List<Path> files, CentralFaces upright, double same) {
    this.degrees = degrees;
    this.files = files.stream().filter(file -> upright.of(file.toString()).isPresent()).toList();
    this.upright = upright;
    this.same = same;
  }

  /** Each is turned when it is asked for, so that few exist at once. */
  Iterable<ImageSource> sources() {
    return () -> files.stream().map(this::turn).iterator();
  }

  private ImageSource turn(Path file) {
    EditedPicture picture = EditedPicture.read(file);
    Face face = upright.of(file.toString()).orElseThrow();
    underWay.add(
        new Expected(
            face,
            picture.turned(degrees, face.box()),
            face.landmarks().points().stream()
                .map(point -> picture.turned(degrees, point))
                .toList()));
    return picture.turned(degrees).source();
  }

  /** Takes the analyses in the order of the sources. */
  @Override
  public void accept(ImageAnalysis image) {
    Expected expected = underWay.remove();
    Optional<Face> seen =
        image.faces().stream()
            .max(Comparator.comparingDouble(face -> face.box().overlap(expected.box())))
            .filter(face -> face.box().overlap(expected.box()) > 0);
    if (seen.isEmpty()) return;
    found++;
    if (seen.get().embedding().similarity(expected.upright().embedding()) > same) recognised++;
    overlaps += seen.get().box().overlap(expected.box());
    pointErrors += pointError(seen.get().landmarks(), expected.points());
  }

  private static double pointError(FaceLandmarks seen, List<Point> expected) {
    double sum = 0;
    for (int i = 0; i < expected.size(); i++)
      sum += seen.points().get(i).distanceTo(expected.get(i));
    return sum / expected.size() / expected.get(0).distanceTo(expected.get(1));
  }

  Result result() {
    double of = Math.max(1, found);
    return new Result(
        degrees,
        files.size(),
        (double) found / files.size(),
        recognised / of,
        overlaps / of,
        pointErrors / of);
  }
}
