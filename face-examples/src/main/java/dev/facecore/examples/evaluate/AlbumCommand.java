package dev.facecore.examples.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.examples.console.OrderlyStop;
import dev.facecore.examples.extract.PictureFiles;
import dev.facecore.examples.models.ModelChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faces evaluate album}: is what is listed in ordinary photographs a face? */
@Command(
    name = "album",
    description =
        "What is listed in ordinary photographs, at the default settings: faces, and what is no"
            + " face (CSV: image, x, y, w, h, label, raw_length).",
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

  @Override
  public Integer call() throws IOException {
    AlbumBoxes boxes = new AlbumBoxes(Csv.read(table).stream().map(LabelledBox::of).toList());
    List<String> names = names();
    double[] detectMs = new double[1];
    try (FaceExtractor extractor = models.open()) {
      extractor.analyze(
          pictures.sources(names),
          ExtractionOptions.DEFAULTS,
          OrderlyStop.deadline(),
          image -> {
            boxes.add(names.get(image.index()), readable(image).faces());
            detectMs[0] += image.times().detect() / 1e6;
          });
    }
    Map<String, Object> report = report(boxes, names.size());
    report.put("detect_ms_per_image", detectMs[0] / names.size());
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(report));
    return boxes.found(LabelledBox.NOTHING).size() <= maxNothing
            && boxes.missed(LabelledBox.FACE).size() <= maxLost
        ? 0
        : 1;
  }

  // All of them: an image without a row is one in which nothing should be found.
  private List<String> names() throws IOException {
    return PictureFiles.below(List.of(pictures.folder()), spec.commandLine()).stream()
        .map(file -> pictures.folder().relativize(file).toString())
        .toList();
  }

  private static ImageAnalysis readable(ImageAnalysis image) {
    image
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return image;
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
