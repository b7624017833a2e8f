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

/** {@code faces find}: recognises known people in an image. */
@Command(
    name = "find",
    header = "Recognises known people in an image.",
    description = {
      "",
      "Prints a line for each face of IMAGE, from left to right: the name of the most similar person"
          + " or \"unknown\", the cosine similarity, the share of stranger pairs that are at least as"
          + " similar (false match rate), and the face's box [x, y, width, height] in pixels. With"
          + " many known people, set a stricter threshold.",
      ""
    },
    footer = {"", "Examples:", "  faces find party.jpg --known family"},
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class FindCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IMAGE", description = "The image that is searched.")
  private Path photo;

  @Option(
      names = "--known",
      paramLabel = "DIR",
      required = true,
      description =
          "The people: a subfolder of images for each, or one image, with the person's name. The"
              + " largest face of an image counts.")
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
        .orElseGet(() -> "unknown, at " + MatchText.place(face.box()));
  }

  private CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
