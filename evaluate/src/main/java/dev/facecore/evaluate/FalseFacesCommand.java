package dev.facecore.evaluate;

import dev.facecore.Box;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.stop.OrderlyStop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** {@code face-evaluate false-faces}: does quality know what is no face at all? */
@Command(
    name = "false-faces",
    description = "Which detections a least quality removes (CSV: image, x, y, w, h).",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class FalseFacesCommand implements Callable<Integer> {
  // Quality is a rank among well photographed faces, so that what matters here is close to 0.
  private static final double[] LIMITS = {
    0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5
  };

  @Spec private CommandSpec spec;
  @Mixin private ModelChoice models;

  @Mixin private ListedPictures pictures;

  @Parameters(
      index = "1",
      paramLabel = "GT.csv",
      description = "Every face of every image: image, x, y, w, h.")
  private Path truthFile;

  @Option(
      names = "--min-face-size",
      paramLabel = "PIXELS",
      defaultValue = "20",
      description = "Faces narrower or lower than this are dropped.")
  private int minFaceSize;

  @Override
  public Integer call() throws IOException {
    Map<String, List<Box>> truth = Csv.boxes(Csv.read(truthFile));
    List<String> names = List.copyOf(truth.keySet());
    List<ImageSource> sources = pictures.sources(names);
    ExtractionOptions options = ExtractionOptions.DEFAULTS.withMinFaceSize(minFaceSize);
    List<FoundFace> found = new ArrayList<>();
    try (FaceExtractor extractor = models.open()) {
      extractor.analyze(
          sources,
          options,
          OrderlyStop.deadline(),
          image ->
              image
                  .faces()
                  .forEach(
                      face ->
                          found.add(FoundFace.judge(face, truth.get(names.get(image.index()))))));
    }
    print(names.size(), found);
    return 0;
  }

  private void print(int pictures, List<FoundFace> found) {
    PrintWriter out = spec.commandLine().getOut();
    long genuine = found.stream().filter(FoundFace::genuine).count();
    out.printf(
        Locale.ROOT,
        "%d images, %d detections: %d overlap a true box by %s or more, %d are false%n",
        pictures,
        found.size(),
        genuine,
        FoundFace.SAME_FACE_OVERLAP,
        found.size() - genuine);
    out.printf(
        Locale.ROOT,
        "a false one is worse than a true one: by quality in %.3f of all cases, by confidence in"
            + " %.3f%n",
        FoundFace.separation(found, Face::quality),
        FoundFace.separation(found, Face::confidence));
    out.println("min quality  false removed  true removed");
    for (double least : LIMITS) {
      out.printf(
          Locale.ROOT,
          "%11.4f %14.3f %13.3f%n",
          least,
          FoundFace.shareBelow(found, false, least),
          FoundFace.shareBelow(found, true, least));
    }
  }
}
