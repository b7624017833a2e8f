package dev.facecore.evaluate;

import dev.facecore.FaceExtractor;
import dev.facecore.console.options.ModelChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-evaluate thresholds}: what a similarity means, as lines of a model catalogue. */
@Command(
    name = "thresholds",
    description = "Error rates at every threshold, over all pairs of images in IMAGES/PERSON/.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class ThresholdsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelChoice models;

  @Parameters(paramLabel = "IMAGES", description = "A folder of images for each person.")
  private Path images;

  @Option(
      names = "--set",
      paramLabel = "NAME",
      defaultValue = "this set",
      description = "What the protocol calls the images.")
  private String set;

  @Option(
      names = "--min-events",
      paramLabel = "N",
      defaultValue = "10",
      description = "Rows that rest on fewer false matches are left out.")
  private long minEvents;

  @Override
  public Integer call() throws IOException {
    try (FaceExtractor extractor = models.open()) {
      LabelledFaces labelled = LabelledFaces.inFolders(images, extractor);
      PairCounts counts = PairCounts.of(labelled);
      String name = extractor.embedder();
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%s.thresholds-protocol = %s%n", name, protocol(labelled, counts, extractor));
      out.printf(
          "%s.thresholds = %s%n", name, ThresholdRows.print(ThresholdRows.of(counts, minEvents)));
    }
    return 0;
  }

  private String protocol(LabelledFaces labelled, PairCounts counts, FaceExtractor extractor) {
    return String.format(
        Locale.ROOT,
        "all pairs of the central faces of %,d images of %s, found by %s and aligned here: %,d"
            + " pairs of different people, %,d of one person, label errors included;"
            + " rows that rest on at least %d false matches",
        labelled.faces().size(),
        set,
        extractor.detector(),
        counts.differentPairs(),
        counts.samePairs(),
        minEvents);
  }
}
