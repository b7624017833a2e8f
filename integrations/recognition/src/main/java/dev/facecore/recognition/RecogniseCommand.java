package dev.facecore.recognition;

import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import dev.facecore.console.files.PathText;
import dev.facecore.console.files.PictureFiles;
import dev.facecore.gallery.AcceptanceRule;
import dev.facecore.gallery.RecognisedFace;
import dev.facecore.gallery.Recogniser;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recognise PATH…}: recognises enrolled people in images. */
@Command(
    name = "recognise",
    description = "Recognises the enrolled people in images.",
    mixinStandardHelpOptions = true)
final class RecogniseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private GalleryChoice choice;

  @ArgGroup private RuleChoice rule = new RuleChoice();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Images, and folders of images.")
  private List<Path> paths;

  static final class RuleChoice {
    @Option(
        names = "--false-positive-rate",
        paramLabel = "RATE",
        description = "At most this share of strangers is accepted by mistake; 0.001 by default.")
    private Double rate;

    @Option(
        names = "--similarity",
        paramLabel = "COSINE",
        description = "A fixed cosine similarity instead, 0 to 1.")
    private Double similarity;

    AcceptanceRule rule() {
      if (similarity != null) return AcceptanceRule.similarity(similarity);
      return AcceptanceRule.falsePositiveRate(rate == null ? 0.001 : rate);
    }
  }

  @Override
  public Integer call() throws IOException {
    AcceptanceRule accepted = Usage.of(spec, rule::rule);
    List<Path> photographs = PictureFiles.below(paths, spec.commandLine());
    PrintWriter out = spec.commandLine().getOut();
    int failed = 0;
    try (Session session = Session.open(choice, spec)) {
      Recogniser recogniser = new Recogniser(session.extractor(), session.gallery(), accepted);
      for (Path photograph : photographs) {
        try {
          List<RecognisedFace> faces = recogniser.recognise(ImageSource.file(photograph));
          if (faces.isEmpty()) out.println(PathText.of(photograph) + ": no face");
          for (RecognisedFace face : faces)
            out.println(PathText.of(photograph) + ": " + Words.of(face));
        } catch (ImageException e) {
          failed++;
          spec.commandLine().getErr().println(PathText.of(photograph) + ": " + e.getMessage());
        }
      }
      out.println(Words.of(recogniser.threshold(), session.extractor().embedder()));
    }
    return failed == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
