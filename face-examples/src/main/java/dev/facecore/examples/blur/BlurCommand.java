package dev.facecore.examples.blur;

import dev.facecore.Box;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.console.files.FoundPictures;
import dev.facecore.console.files.PathText;
import dev.facecore.console.files.PictureFiles;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.stop.OrderlyStop;
import dev.facecore.examples.extract.Failures;
import dev.facecore.examples.extract.Progress;
import dev.facecore.examples.options.MatchingOption;
import dev.facecore.examples.people.KnownPeople;
import dev.facecore.stage.Picture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faces blur}: copies of images with faces made unrecognisable. */
@Command(
    name = "blur",
    header = "Writes copies of images in which faces are unrecognisable.",
    description = {
      "",
      "The originals stay as they are. A copy contains pixels only, no EXIF data; an image without a face"
          + " to blur is copied unchanged. No detector finds every face: look at the copies before you"
          + " publish them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  faces blur photos --out blurred",
      "  faces blur photos --out blurred --except me.jpg"
    },
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class BlurCommand implements Callable<Integer> {
  /** Smaller than elsewhere: a face that cannot be recognised by this program may be by people. */
  private static final int MIN_FACE_SIZE = 8;

  private static final String EXCEPTED = "excepted";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Images, and folders of images.")
  private List<Path> paths;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the copies go, in folders like those of the images.")
  private Path out;

  @Option(
      names = "--except",
      paramLabel = "IMAGE",
      arity = "1..*",
      description = "Images of people who stay recognisable; the largest face of each counts.")
  private List<Path> except = List.of();

  @ArgGroup private MatchingOption matching = new MatchingOption();

  @Mixin private ModelChoice models;

  /** What becomes of the images; counted by several threads. */
  private record Counts(AtomicInteger blurred, AtomicInteger kept) {}

  @Override
  public Integer call() throws IOException {
    FoundPictures found = PictureFiles.below(paths, isBelow(out), spec.commandLine());
    Map<Path, Path> copies = copies(found.files());
    except.forEach(this::requireFile);
    ExtractionOptions options =
        ExtractionOptions.DEFAULTS
            .withThreshold(matching.threshold())
            .withMinFaceSize(MIN_FACE_SIZE)
            .withHeadshots(false);
    PrintWriter errors = spec.commandLine().getErr();
    KnownPeople people = excepted(options, errors);
    if (!people.isWhole()) return CommandLine.ExitCode.SOFTWARE;
    Counts counts = new Counts(new AtomicInteger(), new AtomicInteger());
    Map<String, String> failures = blur(found.files(), copies, options, people, counts);
    Failures.print(failures, errors);
    spec.commandLine()
        .getOut()
        .printf(
            "%d images, %d faces blurred, %d kept: %s%n",
            found.files().size() - failures.size(),
            counts.blurred().get(),
            counts.kept().get(),
            PathText.of(out));
    boolean isAllDone = failures.isEmpty() && found.problems().isEmpty();
    return isAllDone ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private KnownPeople excepted(ExtractionOptions options, PrintWriter errors) {
    try (FaceExtractor extractor = models.open()) {
      matching.requireMeasured(extractor.thresholds(), spec.commandLine());
      return KnownPeople.of(Map.of(EXCEPTED, except), extractor, options, errors);
    }
  }

  private Map<String, String> blur(
      List<Path> images,
      Map<Path, Path> copies,
      ExtractionOptions options,
      KnownPeople people,
      Counts counts) {
    Map<String, String> failures = new LinkedHashMap<>();
    try (Progress progress = Progress.over(images.size(), 0, spec.commandLine().getErr());
        FaceExtractor extractor =
            OrderlyStop.open(
                models
                    .builder()
                    .onPicture(
                        (picture, analysis) -> {
                          Path image = images.get(analysis.index());
                          write(picture, analysis, image, copies.get(image), people, counts);
                        }))) {
      extractor.analyze(
          images.stream().map(ImageSource::file).toList(),
          options,
          OrderlyStop.deadline(),
          analysis -> {
            String name = PathText.of(images.get(analysis.index()));
            analysis.failure().ifPresent(failure -> failures.put(name, failure.getMessage()));
            progress.step();
          });
    }
    return failures;
  }

  private static void write(
      Picture picture,
      ImageAnalysis analysis,
      Path image,
      Path copy,
      KnownPeople people,
      Counts counts) {
    List<Box> blurred = new ArrayList<>();
    for (Face face : analysis.faces()) {
      if (people.find(face).isEmpty()) blurred.add(face.box());
    }
    counts.blurred().addAndGet(blurred.size());
    counts.kept().addAndGet(analysis.faces().size() - blurred.size());
    try {
      boolean isSameFormat = image.getFileName().equals(copy.getFileName());
      if (blurred.isEmpty() && isSameFormat) ImageCopy.unchanged(image, copy);
      else ImageCopy.blurred(picture, blurred, copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Predicate<Path> isBelow(Path out) throws IOException {
    if (!Files.isDirectory(out)) return path -> false;
    Path real = out.toRealPath();
    return path -> path.startsWith(real);
  }

  private Map<Path, Path> copies(List<Path> images) throws IOException {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw wrongUsage("--out must be a folder, got '" + PathText.of(out) + "'.");
    }
    try {
      return new CopyNames(out, paths).of(images);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private void requireFile(Path photo) {
    if (Files.isRegularFile(photo)) return;
    throw wrongUsage("--except must be an image, got '" + PathText.of(photo) + "'.");
  }

  private CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
