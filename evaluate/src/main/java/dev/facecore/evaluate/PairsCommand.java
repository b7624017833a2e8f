package dev.facecore.evaluate;

import dev.facecore.FaceExtractor;
import dev.facecore.console.options.ModelChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code face-evaluate pairs}: are two pictures of one person? The protocol of LFW, at the best
 * threshold.
 */
@Command(
    name = "pairs",
    description = "Verification accuracy on pairs of images (CSV: image_a, image_b, same).",
    mixinStandardHelpOptions = true)
final class PairsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ListedPictures pictures;

  @Parameters(index = "1", paramLabel = "PAIRS.csv", description = "The pairs.")
  private Path pairsFile;

  @Mixin private ModelChoice models;

  @Option(
      names = "--min-accuracy",
      defaultValue = "0",
      description = "Exit status 1 below this accuracy.")
  private double minAccuracy;

  @Option(
      names = "--min-mean-same",
      defaultValue = "-1",
      description = "Exit status 1 below this mean cosine.")
  private double minMeanSame;

  @Option(
      names = "--max-without-face",
      defaultValue = "0",
      description = "Exit status 1 above this count.")
  private int maxWithoutFace;

  @Override
  public Integer call() throws IOException {
    List<Map<String, String>> pairs = Csv.read(pairsFile);
    List<String> names =
        pairs.stream()
            .flatMap(pair -> Stream.of(pair.get("image_a"), pair.get("image_b")))
            .distinct()
            .sorted()
            .toList();
    try (FaceExtractor extractor = models.open()) {
      CentralFaces faces = CentralFaces.in(pictures.folder(), names, extractor);
      Verification result = Verification.of(pairs, faces);
      JsonLine.print(spec, report(result, names.size(), faces));
      boolean good =
          result.accuracy() >= minAccuracy
              && result.meanSame() >= minMeanSame
              && faces.without().size() <= maxWithoutFace;
      return good ? 0 : 1;
    }
  }

  private static Map<String, Object> report(Verification result, int images, CentralFaces faces) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("pairs", result.pairs());
    report.put("images", images);
    report.put("images_without_face", faces.without().size());
    report.put("accuracy", result.accuracy());
    report.put("best_threshold", result.threshold());
    report.put("mean_cosine_same", result.meanSame());
    report.put("mean_cosine_different", result.meanDifferent());
    return report;
  }
}
