package dev.facecore.recognition;

import dev.facecore.gallery.store.PersonName;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code forget NAME}: deletes a person. */
@Command(name = "forget", description = "Deletes a person.", mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private GalleryChoice choice;

  @Parameters(paramLabel = "NAME", description = "The person's name.")
  private String person;

  @Override
  public Integer call() {
    String name = Usage.of(spec, () -> PersonName.of(person));
    try (Session session = Session.open(choice, spec)) {
      int faces = session.gallery().forget(name);
      if (faces == 0) {
        spec.commandLine().getErr().println("No person is enrolled as " + person);
        return CommandLine.ExitCode.SOFTWARE;
      }
      spec.commandLine().getOut().println(person + " is deleted, " + Words.faces(faces));
      return CommandLine.ExitCode.OK;
    }
  }
}
