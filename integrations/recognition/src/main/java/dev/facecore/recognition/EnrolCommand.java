package dev.facecore.recognition;

import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import dev.facecore.console.files.PathText;
import dev.facecore.console.files.PictureFiles;
import dev.facecore.gallery.Enroller;
import dev.facecore.gallery.EnrolmentException;
import dev.facecore.gallery.store.PersonName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code enrol NAME PATH…}: keeps the faces of one person. */
@Command(
    name = "enrol",
    description = "Enrols a person from images that show them alone.",
    mixinStandardHelpOptions = true)
final class EnrolCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private GalleryChoice choice;

  @Parameters(index = "0", paramLabel = "NAME", description = "The person's name.")
  private String person;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Images, and folders of images.")
  private List<Path> paths;

  @Override
  public Integer call() throws IOException {
    List<Path> photographs = PictureFiles.below(paths, spec.commandLine());
    String name = Usage.of(spec, () -> PersonName.of(person));
    int failed = 0;
    try (Session session = Session.open(choice, spec)) {
      Enroller enroller = new Enroller(session.extractor(), session.gallery());
      for (Path photograph : photographs) {
        try {
          enroller.enrol(person, ImageSource.file(photograph));
        } catch (ImageException | EnrolmentException e) {
          failed++;
          spec.commandLine().getErr().println(PathText.of(photograph) + ": " + e.getMessage());
        }
      }
      int faces = session.gallery().people().getOrDefault(name, 0);
      spec.commandLine().getOut().println(person + " is enrolled with " + Words.faces(faces));
    }
    return failed == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
