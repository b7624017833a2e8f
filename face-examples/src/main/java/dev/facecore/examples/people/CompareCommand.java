package dev.facecore.examples.people;

import dev.facecore.Comparison;
import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.console.files.PathText;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.examples.options.MatchingOption;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faces compare}: whether two images show one person. */
@Command(
    name = "compare",
    header = "Compares the largest face of one image with each face of another.",
    description = {
      "",
      "Prints a line for each face of B, the most similar first: the cosine similarity, the share of"
          + " stranger pairs that are at least as similar (false match rate), whether it is the"
          + " same person, and the face's box [x, y, width, height] in pixels.",
      ""
    },
    footer = {"", "Examples:", "  faces compare passport.jpg selfie.jpg"},
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "An image; its largest face counts.")
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "An image; each of its faces counts.")
  private Path second;

  @ArgGroup private MatchingOption matching = new MatchingOption();

  @Mixin private ModelChoice models;

  @Override
  public Integer call() {
    ImageSource a = image(first);
    ImageSource b = image(second);
    ExtractionOptions options = ExtractionOptions.DEFAULTS.withThreshold(matching.threshold());
    try (FaceExtractor extractor = models.open()) {
      matching.requireMeasured(extractor.thresholds(), spec.commandLine());
      Comparison comparison = extractor.compare(a, b, options);
      MatchText text = new MatchText(extractor.thresholds());
      PrintWriter output = spec.commandLine().getOut();
      for (Comparison.Match match : comparison.matches()) {
        output.println(
            text.of(match)
                + (match.samePerson() ? ": same person, at " : ": not the same person, at ")
                + MatchText.place(match.face().box()));
      }
      return CommandLine.ExitCode.OK;
    }
  }

  private ImageSource image(Path path) {
    if (Files.notExists(path)) throw wrongUsage("There is no " + PathText.of(path) + ".");
    if (Files.isDirectory(path)) {
      throw wrongUsage(PathText.of(path) + " is a folder; name an image.");
    }
    return ImageSource.file(path);
  }

  private CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
