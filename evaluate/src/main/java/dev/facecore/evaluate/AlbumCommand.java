package dev.facecore.evaluate;

import dev.facecore.DedupMode;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.StageTimes.Stage;
import dev.facecore.console.files.PictureFiles;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.stop.OrderlyStop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-evaluate album}: is what is listed a face, and are strangers kept apart? */
@Command(
    name = "album",
    description =
        "What is listed in ordinary photos at the default settings: faces, other things, and"
            + " false joins: pairs of one person in different images of which one is not a face or"
            + " neither can be read (CSV: image, x, y, w, h, label, raw_length).",
    mixinStandardHelpOptions = true)
final class AlbumCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ListedPictures pictures;

  @Parameters(
      index = "1",
      paramLabel = "FACES.csv",
      description = "Boxes that were looked at, labelled face, nothing or anything else.")
  private Path table;

  @Mixin private ModelChoice models;

  @Option(
      names = "--max-nothing",
      paramLabel = "N",
      description = "Exit status 1 if more boxes labelled nothing are listed.")
  private int maxNothing = Integer.MAX_VALUE;

  @Option(
      names = "--max-lost",
      paramLabel = "N",
      description = "Exit status 1 if more boxes labelled face are not listed.")
  private int maxLost = Integer.MAX_VALUE;

  @Option(
      names = "--max-false-joins",
      paramLabel = "N",
      description = "Exit status 1 if cluster or best joins more pairs falsely.")
  private int maxFalseJoins = Integer.MAX_VALUE;

  /** Raw lengths below which neither of two faces is evidence of the other, for ArcFace. */
  private static final double UNREADABLE = 2.1;

  @Override
  public Integer call() throws IOException {
    AlbumBoxes boxes = new AlbumBoxes(Csv.read(table).stream().map(LabelledBox::of).toList());
    List<String> names = names();
    double[] detectMs = new double[1];
    List<Face> faces = new ArrayList<>();
    Map<DedupMode, Integer> joins = new EnumMap<>(DedupMode.class);
    try (FaceExtractor extractor = models.open()) {
      extractor.analyze(
          pictures.sources(names),
          ExtractionOptions.DEFAULTS,
          OrderlyStop.deadline(),
          image -> {
            boxes.add(names.get(image.index()), Analysed.require(image).faces());
            faces.addAll(image.faces());
            detectMs[0] += image.times().of(Stage.DETECT).toNanos() / 1e6;
          });
      double threshold = ExtractionOptions.DEFAULTS.threshold().similarity(extractor.thresholds());
      FalseJoins all = new FalseJoins(faces, threshold, extractor.readability());
      for (DedupMode mode : List.of(DedupMode.CLUSTER, DedupMode.BEST)) {
        joins.put(mode, all.count(mode, (a, b) -> isFalse(boxes, a, b)));
      }
    }
    Map<String, Object> report = report(boxes, names.size());
    joins.forEach(
        (mode, count) -> report.put("false_joins_" + mode.name().toLowerCase(Locale.ROOT), count));
    report.put("detect_ms_per_image", detectMs[0] / names.size());
    JsonLine.print(spec, report);
    return boxes.found(LabelledBox.NOTHING).size() <= maxNothing
            && boxes.missed(LabelledBox.FACE).size() <= maxLost
            && Collections.max(joins.values()) <= maxFalseJoins
        ? 0
        : 1;
  }

  private static boolean isFalse(AlbumBoxes boxes, Face a, Face b) {
    return isNothing(boxes, a)
        || isNothing(boxes, b)
        || Math.max(a.embedding().rawLength(), b.embedding().rawLength()) < UNREADABLE;
  }

  private static boolean isNothing(AlbumBoxes boxes, Face face) {
    return boxes.at(face).filter(box -> box.label().equals(LabelledBox.NOTHING)).isPresent();
  }

  // All of them: an image without a row is one in which nothing should be found.
  private List<String> names() throws IOException {
    return PictureFiles.below(List.of(pictures.folder()), spec.commandLine()).stream()
        .map(file -> pictures.folder().relativize(file).toString())
        .toList();
  }

  private static Map<String, Object> report(AlbumBoxes boxes, int images) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("images", images);
    for (String label : boxes.labels()) {
      report.put(
          label, boxes.found(label).size() + " of " + boxes.labelled(label).size() + " listed");
    }
    report.put("unlabelled", boxes.unlabelled());
    report.put("nothing_listed", texts(boxes.found(LabelledBox.NOTHING)));
    report.put("faces_lost", texts(boxes.missed(LabelledBox.FACE)));
    return report;
  }

  private static List<String> texts(List<LabelledBox> boxes) {
    return boxes.stream().map(LabelledBox::toString).toList();
  }
}
