package dev.facecore.evaluate;

import dev.facecore.FaceExtractor;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.options.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code face-evaluate album-growth}: is an album that grows what it would be at once? */
@Command(
    name = "album-growth",
    description =
        "Puts images into an album in batches and random order, removes some after each and puts"
            + " them again at the end: whether the people are those of all images at once, and"
            + " whether their identifiers stay (CSV: image, identity).",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class AlbumGrowthCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelChoice models;
  @Mixin private ListedPictures pictures;

  @Parameters(index = "1", paramLabel = "CLUSTERS.csv", description = "Who is in each image.")
  private Path truth;

  @Mixin private MatchingSimilarity matching;

  @Option(
      names = "--batches",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many batches there are.")
  private int batches;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number gives another order.")
  private long seed;

  @Option(
      names = "--min-ids-kept",
      paramLabel = "SHARE",
      defaultValue = "0",
      converter = Numbers.Ratio.class,
      description =
          "Exit status 1 if fewer identifiers stay from batch to batch, or people ever differ from"
              + " those at once.")
  private double minIdsKept;

  @Override
  public Integer call() throws IOException {
    Map<String, Object> report;
    try (FaceExtractor extractor = models.open()) {
      LabelledFaces labelled = LabelledFaces.listed(pictures.folder(), truth, extractor);
      report =
          new GrowingAlbum(labelled, matching.threshold(), extractor.readability(), seed)
              .run(batches);
    }
    JsonLine.print(spec, report);
    boolean same = report.get("states").equals(report.get("states_as_at_once"));
    return minIdsKept == 0 || same && (double) report.get("ids_kept") >= minIdsKept ? 0 : 1;
  }
}
