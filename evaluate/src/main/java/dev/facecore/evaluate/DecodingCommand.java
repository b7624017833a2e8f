package dev.facecore.evaluate;

import dev.facecore.Box;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.console.files.PictureFiles;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.stop.OrderlyStop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-evaluate decoding}: what does it cost to decode photographs smaller? */
@Command(
    name = "decoding",
    description =
        "Compares the faces of images as they are, of which JPEGs are decoded at the scale that"
            + " suffices, with those of the same pixels decoded whole.",
    mixinStandardHelpOptions = true)
final class DecodingCommand implements Callable<Integer> {
  private static final double SAME_FACE = 0.5;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "IMAGES", description = "A folder of images.")
  private Path images;

  @Mixin private ModelChoice models;

  @Option(
      names = "--max-changed",
      paramLabel = "N",
      description = "Exit status 1 if more faces are found in one of the two only.")
  private int maxChanged = Integer.MAX_VALUE;

  @Option(
      names = "--min-cosine",
      defaultValue = "-1",
      description = "Exit status 1 if the median cosine of the same face is lower.")
  private double minCosine;

  private final List<Double> cosines = new ArrayList<>();
  private final List<Double> shifts = new ArrayList<>();
  private int onlyWhole;
  private int onlyReduced;

  @Override
  public Integer call() throws IOException {
    List<Path> files = PictureFiles.below(List.of(images), spec.commandLine());
    try (FaceExtractor extractor = models.open()) {
      List<List<Face>> reduced = new ArrayList<>();
      analyze(extractor, files.stream().map(ImageSource::file).toList(), reduced::add);
      List<List<Face>> whole = new ArrayList<>();
      Iterable<ImageSource> pixels =
          () -> files.stream().map(file -> EditedPicture.read(file).source()).iterator();
      analyze(extractor, pixels, whole::add);
      for (int i = 0; i < files.size(); i++) compare(reduced.get(i), whole.get(i));
    }
    JsonLine.print(spec, report(files));
    boolean isSame = onlyWhole + onlyReduced <= maxChanged;
    return isSame && quantile(cosines, 0.5) >= minCosine ? 0 : 1;
  }

  private static void analyze(
      FaceExtractor extractor, Iterable<ImageSource> sources, Consumer<List<Face>> next) {
    extractor.analyze(
        sources,
        ExtractionOptions.DEFAULTS,
        OrderlyStop.deadline(),
        (ImageAnalysis image) -> next.accept(image.faces()));
  }

  private void compare(List<Face> reduced, List<Face> whole) {
    List<Face> left = new ArrayList<>(reduced);
    for (Face face : whole) {
      Optional<Face> same =
          left.stream()
              .max(Comparator.comparingDouble(other -> other.box().overlap(face.box())))
              .filter(other -> other.box().overlap(face.box()) >= SAME_FACE);
      if (same.isEmpty()) {
        onlyWhole++;
        continue;
      }
      left.remove(same.get());
      cosines.add(face.embedding().similarity(same.get().embedding()));
      shifts.add(shift(face.box(), same.get().box()));
    }
    onlyReduced += left.size();
  }

  /** The largest move of an edge, in sides of the face. */
  private static double shift(Box one, Box other) {
    double across = Math.max(Math.abs(one.x() - other.x()), Math.abs(one.right() - other.right()));
    double down = Math.max(Math.abs(one.y() - other.y()), Math.abs(one.bottom() - other.bottom()));
    return Math.max(across, down) / Math.max(one.width(), one.height());
  }

  private Map<String, Object> report(List<Path> files) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("images", files.size());
    report.put("faces_in_both", cosines.size());
    report.put("only_decoded_whole", onlyWhole);
    report.put("only_decoded_smaller", onlyReduced);
    report.put("cosine_median", quantile(cosines, 0.5));
    report.put("cosine_of_1_percent", quantile(cosines, 0.01));
    report.put("cosine_least", quantile(cosines, 0));
    report.put("box_shift_median", quantile(shifts, 0.5));
    report.put("box_shift_of_99_percent", quantile(shifts, 0.99));
    return report;
  }

  private static double quantile(List<Double> values, double share) {
    return values.isEmpty()
        ? Double.NaN
        : Quantiles.of(values.stream().mapToDouble(Double::doubleValue).toArray(), share);
  }
}
