package dev.facecore.recognition;

import dev.facecore.gallery.Gallery;
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
    try (Session session = Session.open(choice, spec)) {
      Gallery gallery = session.gallery();
      PrintWriter out = spec.commandLine().getOut();
      gallery.people().forEach((person, faces) -> out.println(person + ": " + Words.faces(faces)));
      out.printf("%s, for the model %s%n", Words.faces(gallery.size()), gallery.model());
    }
  }
}
