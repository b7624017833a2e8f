package dev.facecore.evaluate;

import dev.facecore.Box;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.stop.OrderlyStop;
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
import picocli.CommandLine.Spec;

/** {@code face-evaluate cropped}: is a face found that fills the frame? */
@Command(
    name = "cropped",
    description = "Cuts images down to their central face and looks for it.",
    mixinStandardHelpOptions = true)
final class CroppedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--fill",
      split = ",",
      defaultValue = "60,70,80,90,100,110",
      description = "The face's height in percent of the frame's (default: ${DEFAULT-VALUE}).")
  private List<Integer> fills;

  @Mixin private ModelChoice models;

  @Option(
      names = "--min-found",
      defaultValue = "0",
      description = "Exit status 1 if a smaller share is found.")
  private double minFound;

  @Mixin private PictureSample sample;

  private int frames;
  private int found;

  @Override
  public Integer call() throws IOException {
    List<Path> files = sample.files();
    Map<String, Object> report = new LinkedHashMap<>();
    try (FaceExtractor extractor = models.open()) {
      CentralFaces faces =
          CentralFaces.in(Path.of(""), files.stream().map(Path::toString).toList(), extractor);
      for (int fill : fills) report.put("found_at_" + fill, foundAt(fill, files, faces, extractor));
    }
    report.put("frames", frames);
    report.put("found", found);
    JsonLine.print(spec, report);
    return frames > 0 && found >= minFound * frames ? 0 : 1;
  }

  private double foundAt(int fill, List<Path> files, CentralFaces faces, FaceExtractor extractor) {
    List<Path> known =
        files.stream().filter(file -> faces.of(file.toString()).isPresent()).toList();
    Iterable<ImageSource> frames =
        () ->
            known.stream()
                .map(file -> frame(file, faces.of(file.toString()).orElseThrow(), fill))
                .iterator();
    int before = found;
    extractor.analyze(
        frames,
        ExtractionOptions.DEFAULTS,
        OrderlyStop.deadline(),
        image -> {
          if (!image.faces().isEmpty()) found++;
        });
    this.frames += known.size();
    return (double) (found - before) / known.size();
  }

  private static ImageSource frame(Path file, Face face, int fill) {
    Box box = face.box();
    double side = box.height() * 100 / fill;
    double left = box.x() + box.width() / 2 - side / 2;
    double top = box.y() + box.height() / 2 - side / 2;
    return EditedPicture.read(file).cut(new Box(left, top, side, side)).source();
  }
}
