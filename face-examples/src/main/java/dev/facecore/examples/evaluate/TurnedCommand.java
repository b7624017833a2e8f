package dev.facecore.examples.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code faces evaluate turned}: is a face in a turned picture found, and recognised? */
@Command(
    name = "turned",
    description = "Turns pictures and compares their central faces with those of the upright ones.",
    mixinStandardHelpOptions = true)
final class TurnedCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IMAGES", description = "A folder of photographs.")
  private Path images;

  @Option(
      names = "--angles",
      split = ",",
      defaultValue = "90,180,270,30,45,60,75",
      description = "Degrees, clockwise (default: ${DEFAULT-VALUE}).")
  private List<Integer> angles;

  @Option(
      names = "--same",
      defaultValue = "0.6",
      description = "The cosine above which a face is recognised (default: ${DEFAULT-VALUE}).")
  private double same;

  @Option(names = "--detector", defaultValue = "retinaface", description = "Finds the faces.")
  private String detector;

  @Option(
      names = "--min-found",
      defaultValue = "0",
      description = "Exit status 1 if fewer are found at any angle.")
  private double minFound;

  @Option(
      names = "--min-recognised",
      defaultValue = "0",
      description = "Exit status 1 if fewer of those found are recognised at any angle.")
  private double minRecognised;

  @Mixin private PictureSample sample;

  @Override
  public Integer call() throws IOException {
    List<Path> files = sample.of(images);
    boolean good = true;
    try (FaceExtractor extractor = FaceExtractor.builder().detector(detector).build()) {
      CentralFaces upright =
          CentralFaces.in(images, files.stream().map(Path::toString).toList(), extractor);
      List<Path> known =
          files.stream().filter(file -> upright.of(file.toString()).isPresent()).toList();
      for (int degrees : angles) {
        Tally tally = new Tally(degrees, known, upright);
        extractor.analyze(tally.sources(), ExtractionOptions.DEFAULTS, Deadline.none(), tally::add);
        System.out.println(new ObjectMapper().writeValueAsString(tally.report()));
        good &= tally.found() >= minFound && tally.recognised() >= minRecognised;
      }
    }
    return good ? 0 : 1;
  }

  /** What came of one angle. */
  private final class Tally {
    private final int degrees;
    private final List<Path> files;
    private final CentralFaces upright;
    private final Point[] expected;
    private int found;
    private int recognised;
    private int faces;
    private double offPoints;
    private double overlap;

    Tally(int degrees, List<Path> files, CentralFaces upright) {
      this.degrees = degrees;
      this.files = files;
      this.upright = upright;
      this.expected = new Point[files.size()];
    }

    Iterable<ImageSource> sources() {
      return () -> files.stream().map(this::turn).iterator();
    }

    private final java.util.Map<Integer, EditedPicture> originals =
        new java.util.concurrent.ConcurrentHashMap<>();

    private ImageSource turn(Path file) {
      EditedPicture picture = EditedPicture.read(file);
      Box box = face(file).box();
      expected[files.indexOf(file)] =
          picture.turned(degrees, new Point(box.x() + box.width() / 2, box.y() + box.height() / 2));
      originals.put(files.indexOf(file), picture);
      return picture.turned(degrees).source();
    }

    private Face face(Path file) {
      return upright.of(file.toString()).orElseThrow();
    }

    void add(ImageAnalysis image) {
      faces += image.faces().size();
      Point place = expected[image.index()];
      Optional<Face> seen =
          image.faces().stream()
              .filter(face -> face.box().overlap(new Box(place.x() - .5, place.y() - .5, 1, 1)) > 0)
              .min(
                  java.util.Comparator.comparingDouble(
                      f ->
                          new Point(
                                  f.box().x() + f.box().width() / 2,
                                  f.box().y() + f.box().height() / 2)
                              .distanceTo(place)));
      EditedPicture original = originals.remove(image.index());
      if (seen.isEmpty()) return;
      found++;
      Face was = face(files.get(image.index()));
      if (seen.get().embedding().similarity(was.embedding()) > same) recognised++;
      double eyes = was.landmarks().leftEye().distanceTo(was.landmarks().rightEye());
      double off = 0;
      for (int i = 0; i < 5; i++)
        off +=
            original
                    .turned(degrees, was.landmarks().points().get(i))
                    .distanceTo(seen.get().landmarks().points().get(i))
                / 5;
      offPoints += off / eyes;
      double c = Math.cos(Math.toRadians(degrees)), s = Math.sin(Math.toRadians(degrees));
      double w = Math.hypot(was.box().width() * c, was.box().height() * s),
          h = Math.hypot(was.box().width() * s, was.box().height() * c);
      overlap += seen.get().box().overlap(new Box(place.x() - w / 2, place.y() - h / 2, w, h));
    }

    double found() {
      return (double) found / files.size();
    }

    double recognised() {
      return (double) recognised / Math.max(1, found);
    }

    Map<String, Object> report() {
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("degrees", degrees);
      report.put("images", files.size());
      report.put("faces", faces);
      report.put("found", found());
      report.put("recognised_of_those", recognised());
      report.put("mean_overlap", overlap / found);
      report.put("mean_point_error_in_eye_distances", offPoints / found);
      return report;
    }
  }
}
