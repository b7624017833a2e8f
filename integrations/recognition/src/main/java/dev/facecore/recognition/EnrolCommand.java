package dev.facecore.recognition;

import dev.facecore.FaceAlbum;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import dev.facecore.console.files.PathText;
import dev.facecore.console.files.PictureFiles;
import dev.facecore.gallery.Enroller;
import dev.facecore.gallery.EnrolmentException;
import dev.facecore.gallery.store.PersonName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code enrol NAME PATH…}, {@code enrol --album DIR}: keeps the faces of people. */
@Command(
    name = "enrol",
    description = {
      "Enrols a person from images that show them alone,",
      "or with --album the named people of an album."
    },
    mixinStandardHelpOptions = true)
final class EnrolCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private GalleryChoice choice;

  @Option(
      names = "--album",
      paramLabel = "DIR",
      description = "Enrols the named people of the album in this folder instead.")
  private Path album;

  @Option(
      names = "--faces-per-person",
      paramLabel = "N",
      defaultValue = "5",
      description = "With --album: how many of a person's best faces, 1 to 1000; default 5.")
  private int facesPerPerson;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The person's name.")
  private String person;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PATH",
      description = "Images, and folders of images.")
  private List<Path> paths = List.of();

  @Override
  public Integer call() throws IOException {
    if (album != null) return enrolAlbum();
    if (paths.isEmpty()) throw usage("Name the person and at least one image, or give --album DIR");
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

  private int enrolAlbum() throws IOException {
    if (person != null) throw usage("With --album leave out NAME and PATH: the album has both");
    try (FaceAlbum read = FaceAlbum.read(album);
        Session session = Session.open(choice, spec)) {
      Enroller enroller = new Enroller(session.extractor(), session.gallery());
      Map<String, Integer> enrolled = Usage.of(spec, () -> enroller.enrol(read, facesPerPerson));
      PrintWriter out = spec.commandLine().getOut();
      if (enrolled.isEmpty()) {
        spec.commandLine().getErr().println("The album has no named people; name them first.");
        return CommandLine.ExitCode.SOFTWARE;
      }
      Map<String, Integer> people = session.gallery().people();
      enrolled.forEach(
          (name, added) ->
              out.println(name + " is enrolled with " + Words.faces(people.getOrDefault(name, 0))));
      return CommandLine.ExitCode.OK;
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
