package dev.facecore.evaluate;

import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.stop.OrderlyStop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-evaluate turned}: is the face of a turned picture found, and recognised? */
@Command(
    name = "turned",
    description = "Turns images and compares their central faces with those of the upright ones.",
    mixinStandardHelpOptions = true)
final class TurnedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

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

  @Mixin private ModelChoice models;

  @Option(
      names = "--min-found",
      defaultValue = "0",
      description = "Exit status 1 if a smaller share is found at any angle.")
  private double minFound;

  @Option(
      names = "--min-recognised",
      defaultValue = "0",
      description = "Exit status 1 if a smaller share of those is recognised at any angle.")
  private double minRecognised;

  @Mixin private PictureSample sample;

  @Override
  public Integer call() throws IOException {
    List<Path> files = sample.files();
    boolean good = true;
    try (FaceExtractor extractor = models.open()) {
      CentralFaces upright =
          CentralFaces.in(Path.of(""), files.stream().map(Path::toString).toList(), extractor);
      for (int degrees : angles) {
        TurnedFaces turned = new TurnedFaces(degrees, files, upright, same);
        extractor.analyze(
            turned.sources(), ExtractionOptions.DEFAULTS, OrderlyStop.deadline(), turned);
        TurnedFaces.Result result = turned.result();
        JsonLine.print(spec, result);
        good &= result.found() >= minFound && result.recognised() >= minRecognised;
      }
    }
    return good ? 0 : 1;
  }
}
