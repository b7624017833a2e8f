package dev.facecore.examples.extract;

import dev.facecore.DedupMode;
import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractorBuilder;
import dev.facecore.console.files.DiskProblem;
import dev.facecore.console.files.FoundPictures;
import dev.facecore.console.files.PathText;
import dev.facecore.console.files.PictureFiles;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.options.Numbers;
import dev.facecore.console.stop.StopNotice;
import dev.facecore.examples.options.DetectionSizeOption;
import dev.facecore.examples.options.MatchingOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faces extract}: folders of images in, one folder of results out. */
@Command(
    name = "extract",
    header = "Finds the people in images.",
    description = {
      "",
      "Writes into DIR: index.html to look at, people.json with headshots/, faces.jsonl and"
          + " images.jsonl. A run that was stopped resumes when the same command is given again;"
          + " images that did not change are not searched again.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 done, 1 some images failed (each is named on stderr), 2 wrong usage.",
      "",
      "Examples:",
      "  faces extract photos --out people",
      "  faces extract photos --out people --threshold 0.45   groups again only",
      "  faces extract photos more/team.jpg --out people --min-face-size 40"
    },
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class ExtractCommand implements Callable<Integer> {
  // Local files are trusted more than what strangers send: cameras make pictures of this size.
  private static final long MAX_IMAGE_BYTES = 256L << 20;
  private static final long MAX_IMAGE_PIXELS = 200_000_000;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Images (JPEG, PNG, BMP, TIFF, WebP), and folders of images, which are searched with all"
              + " folders below. A PATH that is a link is followed; below it links to images are,"
              + " links to folders are not. An image that is reached twice is searched once.")
  private List<Path> paths;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the results.")
  private Path out;

  @ArgGroup private MatchingOption matching = new MatchingOption();

  @Option(
      names = "--min-face-size",
      paramLabel = "PIXELS",
      converter = Numbers.Count.class,
      defaultValue = "20",
      description =
          "Faces narrower or lower than this, in pixels of the image as displayed, are dropped;"
              + " 1 or more.")
  private int minFaceSize;

  @Option(
      names = "--min-quality",
      paramLabel = "QUALITY",
      converter = Numbers.Ratio.class,
      defaultValue = "0",
      description =
          "Faces of a lower quality are dropped, 0 to 1; 0.05 leaves out what can hardly be"
              + " recognised.")
  private double minQuality;

  @Option(
      names = "--min-confidence",
      paramLabel = "CONFIDENCE",
      converter = Numbers.Confidence.class,
      defaultValue = "0.5",
      description = "Faces of a lower detector confidence are dropped, 0.5 to 1.")
  private double minConfidence;

  @Option(
      names = "--dedup",
      paramLabel = "MODE",
      defaultValue = "cluster",
      description =
          "How faces become people: cluster (independent of the order of the images), first (in"
              + " their order) or best (as first, showing each person's best face).")
  private DedupMode dedup;

  @Option(
      names = "--same-photo-distinct",
      description = "Two faces of one image are never one person.",
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private boolean samePhotoDistinct;

  @Mixin private CorrectionsOption corrections;

  @Mixin private DetectionSizeOption detectionSize;

  @Mixin private ModelChoice models;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Numbers.Threads.class,
      description = "Images at once, 1 to 1024; one per core by default.")
  private Integer threads;

  @Option(
      names = "--restart",
      description = "Searches all images again.",
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private boolean restart;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints only which images failed.",
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    ExtractionOptions options = options();
    OutFolder.problem(out)
        .ifPresent(
            problem -> {
              throw wrongUsage("--out " + problem);
            });
    corrections.read(out, dedup, spec.commandLine());
    FaceExtractorBuilder builder = builder();
    ResultPictures earlier = new ResultPictures();
    FoundPictures found = PictureFiles.below(paths, earlier, spec.commandLine());
    Report report = report();
    report.earlierResults(earlier.leftOut());
    try (StopNotice notice = stopNotice();
        WorkFolder folder = workFolder();
        PictureSearch search = new PictureSearch(builder)) {
      matching.requireMeasured(search.extractor().thresholds(), spec.commandLine());
      Path workFile = folder.workFile(models.identities() + describe(options));
      if (restart) Files.deleteIfExists(workFile);
      Map<String, String> failures =
          new ExtractRun(out, options, search, corrections, report)
              .run(found.files(), folder, workFile);
      Failures.print(failures, spec.commandLine().getErr());
      boolean isAllDone = failures.isEmpty() && found.problems().isEmpty();
      return isAllDone ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } catch (IOException | UncheckedIOException e) {
      String why = DiskProblem.of(e);
      throw new IOException(
          PathText.of(out)
              + " is not done: "
              + why
              + " What was searched is kept; the same command resumes.",
          e);
    }
  }

  private static String describe(ExtractionOptions options) {
    return ", detection size "
        + options.detectionSize()
        + ", min face size "
        + options.minFaceSize();
  }

  private StopNotice stopNotice() {
    return StopNotice.of(
        spec.commandLine(),
        "What was searched is kept in " + PathText.of(out) + "; the same command resumes.");
  }

  private WorkFolder workFolder() {
    String folder = PathText.of(out);
    try {
      return WorkFolder.open(out)
          .orElseThrow(
              () ->
                  wrongUsage(
                      "Another run writes into --out "
                          + folder
                          + "; wait for it, or choose another folder."));
    } catch (IOException e) {
      throw wrongUsage("--out " + folder + " cannot be used: " + DiskProblem.of(e));
    }
  }

  private FaceExtractorBuilder builder() {
    var builder = models.builder().maxImageBytes(MAX_IMAGE_BYTES).maxImagePixels(MAX_IMAGE_PIXELS);
    return threads == null ? builder : builder.threads(threads);
  }

  private Report report() {
    return quiet
        ? Report.QUIET
        : new Report.Printed(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  private ExtractionOptions options() {
    try {
      return ExtractionOptions.DEFAULTS
          .withThreshold(matching.threshold())
          .withMinFaceSize(minFaceSize)
          .withMinQuality(minQuality)
          .withMinConfidence(minConfidence)
          .withDedup(dedup)
          .withSamePhotoDistinct(samePhotoDistinct)
          .withDetectionSize(detectionSize.value());
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
