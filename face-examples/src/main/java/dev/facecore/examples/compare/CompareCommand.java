package dev.facecore.examples.compare;

import dev.facecore.Box;
import dev.facecore.Comparison;
import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.console.files.PathText;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.examples.options.MatchingOption;
import dev.facecore.stage.ThresholdTable;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
          + " pairs of strangers that are at least as similar (false match rate), whether it is the"
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
      PrintWriter output = spec.commandLine().getOut();
      for (Comparison.Match match : comparison.matches()) {
        output.println(line(match, extractor.thresholds().rows()));
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

  private static String line(Comparison.Match match, List<ThresholdTable.Row> rows) {
    return String.format(
        Locale.ROOT,
        "similarity %.3f, false match rate %s: %s, at %s",
        match.similarity(),
        rate(match, rows),
        match.samePerson() ? "same person" : "not the same person",
        place(match.face().box()));
  }

  /** Outside the measured similarities only a bound is known. */
  private static String rate(Comparison.Match match, List<ThresholdTable.Row> rows) {
    if (rows.isEmpty()) return "not measured";
    if (match.falseMatchRate().isPresent()) {
      return format(match.falseMatchRate().getAsDouble());
    }
    ThresholdTable.Row least = rows.get(0);
    ThresholdTable.Row most = rows.get(rows.size() - 1);
    return match.similarity() < least.similarity()
        ? "above " + format(least.falseMatchRate())
        : "below " + format(most.falseMatchRate());
  }

  private static String format(double rate) {
    return String.format(Locale.ROOT, "%.1e", rate).replace("e-0", "e-");
  }

  private static String place(Box box) {
    return String.format(
        Locale.ROOT, "[%.0f, %.0f, %.0f, %.0f]", box.x(), box.y(), box.width(), box.height());
  }
}
