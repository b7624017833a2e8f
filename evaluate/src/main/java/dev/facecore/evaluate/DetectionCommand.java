package dev.facecore.evaluate;

import dev.facecore.Box;
import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.StageTimes.Stage;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.stop.OrderlyStop;
import dev.facecore.evaluate.AveragePrecision.Found;
import dev.facecore.evaluate.AveragePrecision.Labelled;
import dev.facecore.evaluate.AveragePrecision.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-evaluate detection}: are all faces found, and nothing else? */
@Command(
    name = "detection",
    description =
        "Precision, recall and AP50 of a detector (CSV: image, x, y, w, h, flags to ignore).",
    mixinStandardHelpOptions = true)
final class DetectionCommand implements Callable<Integer> {
  private static final int[] SIZES = {8, 16, 32};
  private static final String IGNORE = "ignore";
  private static final String DEGENERATE = "degenerate";

  @Spec private CommandSpec spec;
  @Mixin private ListedPictures pictures;

  @Parameters(index = "1", paramLabel = "GT.csv", description = "One face a line.")
  private Path truth;

  @Mixin private ModelChoice models;

  @Option(
      names = "--detection-size",
      defaultValue = "640",
      description = "The longer side, in pixels, at which faces are looked for.")
  private int detectionSize;

  @Override
  public Integer call() throws IOException {
    Map<String, List<Truth>> truths =
        Csv.read(truth).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("image"),
                    LinkedHashMap::new,
                    Collectors.mapping(DetectionCommand::truth, Collectors.toList())));
    try (FaceExtractor extractor = OrderlyStop.open(models.builder().threads(1))) {
      extractor.warmUp();
      List<ImageAnalysis> analyses = analyses(extractor, truths.keySet());
      JsonLine.print(spec, report(extractor.detector(), truths, analyses));
    }
    return 0;
  }

  private List<ImageAnalysis> analyses(FaceExtractor extractor, Collection<String> names) {
    ExtractionOptions options =
        ExtractionOptions.DEFAULTS
            .withMinFaceSize(1)
            .withDetectionSize(OptionalInt.of(detectionSize));
    List<ImageAnalysis> analyses = new ArrayList<>();
    extractor.analyze(
        pictures.sources(names),
        options,
        OrderlyStop.deadline(),
        image -> analyses.add(Analysed.require(image)));
    return analyses;
  }

  private static Map<String, Object> report(
      String detector, Map<String, List<Truth>> truths, List<ImageAnalysis> analyses) {
    List<Labelled> labelled = new ArrayList<>();
    for (List<Truth> faces : truths.values()) {
      List<Found> found =
          analyses.get(labelled.size()).faces().stream()
              .map(face -> new Found(face.box(), face.confidence()))
              .toList();
      labelled.add(new Labelled(faces, found));
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("detector", detector);
    report.put("images", labelled.size());
    for (int size : SIZES) {
      report.put("faces_of_" + size + "_px", AveragePrecision.of(labelled, size));
    }
    double nanos =
        analyses.stream()
            .mapToLong(image -> image.times().of(Stage.DETECT).toNanos())
            .average()
            .orElse(0);
    report.put("ms_per_picture", nanos / 1e6);
    return report;
  }

  private static Truth truth(Map<String, String> row) {
    Box box = Csv.box(row);
    boolean ignored =
        row.entrySet().stream()
            .filter(cell -> cell.getKey().startsWith(IGNORE) || cell.getKey().equals(DEGENERATE))
            .anyMatch(cell -> cell.getValue().equals("1"));
    return new Truth(box, ignored);
  }
}
