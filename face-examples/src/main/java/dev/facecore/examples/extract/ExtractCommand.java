package dev.facecore.examples.extract;

import dev.facecore.Deadline;
import dev.facecore.DedupMode;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceDeduplicator;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import dev.facecore.Threshold;
import dev.facecore.examples.models.ModelChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faces extract}: folders of photographs in, one folder of results out. */
@Command(
    name = "extract",
    description = "Writes every face, every person once with a headshot, and a page to look at.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class ExtractCommand implements Callable<Integer> {
  // Local files are trusted more than what strangers send: cameras make pictures of this size.
  private static final long MAX_IMAGE_BYTES = 256L << 20;
  private static final long MAX_IMAGE_PIXELS = 200_000_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Pictures, and folders of them.")
  private List<Path> paths;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the results go.")
  private Path out;

  @Option(
      names = "--threshold",
      paramLabel = "SIMILARITY",
      defaultValue = "0.4",
      description = "Cosine similarity from which two faces are one person, 0 to 1.")
  private double threshold;

  @Option(
      names = "--min-face-size",
      paramLabel = "PIXELS",
      defaultValue = "20",
      description = "Faces narrower or lower than this are dropped.")
  private int minFaceSize;

  @Option(
      names = "--dedup",
      paramLabel = "MODE",
      defaultValue = "first",
      description = "How faces become people: first, best or cluster.")
  private DedupMode dedup;

  @Option(
      names = "--same-photo-distinct",
      description = "Two faces of one photograph are never one person.")
  private boolean samePhotoDistinct;

  @Mixin private DetectionSizeOption detectionSize;

  @Mixin private ModelChoice models;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Pictures at once; one per core by default.")
  private Integer threads;

  @Override
  public Integer call() throws IOException {
    ExtractionOptions options = options();
    List<Path> files = PictureFiles.below(paths, Optional.of(out), spec.commandLine());
    try (FaceExtractor extractor = extractor()) {
      List<ImageAnalysis> analyses = analyze(extractor, files, options);
      List<Face> faces = analyses.stream().flatMap(image -> image.faces().stream()).toList();
      double similarity = options.threshold().similarity(extractor.thresholds());
      List<Person> people = FaceDeduplicator.of(dedup, similarity, samePhotoDistinct).group(faces);
      ResultFolder.write(out, analyses, faces, people);
      int status = summary(analyses, faces, people);
      spec.commandLine()
          .getOut()
          .println(ThresholdSentence.of(extractor.thresholds(), similarity, faces.size()));
      return status;
    }
  }

  private List<ImageAnalysis> analyze(
      FaceExtractor extractor, List<Path> files, ExtractionOptions options) {
    List<ImageAnalysis> analyses = new ArrayList<>(files.size());
    try (Progress progress = Progress.over(files.size())) {
      List<ImageSource> sources = files.stream().map(ImageSource::file).toList();
      extractor.analyze(
          sources,
          options,
          Deadline.none(),
          image -> {
            analyses.add(image);
            progress.step();
          });
    }
    return analyses;
  }

  private int summary(List<ImageAnalysis> analyses, List<Face> faces, List<Person> people) {
    List<ImageAnalysis> failed =
        analyses.stream().filter(image -> image.failure().isPresent()).toList();
    for (ImageAnalysis image : failed) {
      spec.commandLine()
          .getErr()
          .println(image.source() + ": " + image.failure().orElseThrow().getMessage());
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%d pictures, %d faces, %d people%s: %s%n",
            analyses.size(),
            faces.size(),
            people.size(),
            failed.isEmpty() ? "" : ", " + failed.size() + " pictures failed",
            out.resolve(ResultFolder.GALLERY));
    return failed.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private FaceExtractor extractor() {
    var builder = models.builder().maxImageBytes(MAX_IMAGE_BYTES).maxImagePixels(MAX_IMAGE_PIXELS);
    return (threads == null ? builder : builder.threads(threads)).build();
  }

  private ExtractionOptions options() {
    try {
      if (threads != null && threads < 1) {
        throw new IllegalArgumentException("threads must be 1 or more, got " + threads);
      }
      return new ExtractionOptions(
          Threshold.similarity(threshold),
          minFaceSize,
          dedup,
          samePhotoDistinct,
          detectionSize.value());
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
