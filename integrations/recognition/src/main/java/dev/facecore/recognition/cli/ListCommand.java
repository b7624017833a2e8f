package dev.facecore.recognition.cli;

import dev.facecore.FaceExtractor;
import dev.facecore.recognition.Gallery;
import java.io.PrintWriter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code list}: who is enrolled. */
@Command(
    name = "list",
    description = "Says who is enrolled, with how many faces, and for which model.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private GalleryChoice choice;

  @Override
  public void run() {
    try (FaceExtractor extractor = FaceExtractor.create();
        Gallery gallery = choice.open(extractor, spec)) {
      PrintWriter out = spec.commandLine().getOut();
      gallery.people().forEach((person, faces) -> out.println(person + ": " + Words.faces(faces)));
      out.println(
          gallery.people().size()
              + " people, "
              + Words.faces(gallery.size())
              + ", "
              + gallery.model());
    }
  }
}
