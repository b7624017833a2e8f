package dev.facecore.examples.people;

import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.console.files.PathText;
import dev.facecore.console.options.ModelChoice;
import dev.facecore.console.terminal.VisibleText;
import dev.facecore.examples.options.MatchingOption;
import java.io.IOException;
import java.io.PrintWriter;
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

/** {@code faces find}: who of some known people is in a photograph. */
@Command(
    name = "find",
    header = "Finds known people in a photograph.",
    description = {
      "",
      "Prints a line for each face of PHOTO, from left to right: the name of the most similar person"
          + " or that nobody matches, the cosine similarity, the share of pairs of strangers that are"
          + " at least as similar (false match rate), and the face's box [x, y, width, height] in"
          + " pixels. With many people a stranger has as many chances to resemble one of them: choose"
          + " a stricter threshold.",
      ""
    },
    footer = {"", "Examples:", "  faces find party.jpg --known family"},
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class FindCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PHOTO", description = "The photograph that is searched.")
  private Path photo;

  @Option(
      names = "--known",
      paramLabel = "DIR",
      required = true,
      description =
          "The people: a subfolder with photographs for each, or a photograph; its name is theirs."
              + " The largest face of a photograph counts.")
  private Path known;

  @ArgGroup private MatchingOption matching = new MatchingOption();

  @Mixin private ModelChoice models;

  @Override
  public Integer call() throws IOException {
    if (Files.notExists(photo)) throw wrongUsage("There is no " + PathText.of(photo) + ".");
    if (!Files.isDirectory(known)) {
      throw wrongUsage("--known must be a folder, got '" + PathText.of(known) + "'.");
    }
    Map<String, List<Path>> photographs = KnownFolder.photographs(known, spec.commandLine());
    ExtractionOptions options = ExtractionOptions.DEFAULTS.withThreshold(matching.threshold());
    try (FaceExtractor extractor = models.open()) {
      matching.requireMeasured(extractor.thresholds(), spec.commandLine());
      List<Face> faces = extractor.analyze(ImageSource.file(photo)).faces();
      KnownPeople people =
          KnownPeople.of(photographs, extractor, options, spec.commandLine().getErr());
      PrintWriter output = spec.commandLine().getOut();
      if (faces.isEmpty()) output.println("No face was found.");
      MatchText text = new MatchText(extractor.thresholds());
      for (Face face : faces) output.println(line(face, people, text));
      return people.isWhole() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static String line(Face face, KnownPeople people, MatchText text) {
    return people
        .find(face)
        .map(
            found ->
                VisibleText.of(found.name())
                    + ": "
                    + text.of(found.match())
                    + ", at "
                    + MatchText.place(face.box()))
        .orElseGet(() -> "nobody known, at " + MatchText.place(face.box()));
  }

  private CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
