package dev.facecore.console.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Which files below the paths of a command line are pictures. */
public final class PictureFiles {
  private PictureFiles() {}

  /**
   * Files as named, and what lies below folders, sorted by path: there, whatever begins like a
   * picture or is called like one, so that a damaged picture is reported and a text file is not.
   * What could not be looked at is printed.
   *
   * @throws CommandLine.ParameterException if one of the paths does not exist, or there is no
   *     picture
   * @throws IOException if nothing could be looked at
   */
  public static List<Path> below(List<Path> paths, CommandLine command) throws IOException {
    return below(paths, path -> false, command).files();
  }

  /**
   * The same, but for what is left out.
   *
   * @param isLeftOut of real paths below a named folder
   */
  public static FoundPictures below(
      List<Path> paths, Predicate<Path> isLeftOut, CommandLine command) throws IOException {
    PictureWalk walk = new PictureWalk(isLeftOut);
    for (Path path : paths) {
      try {
        walk.add(path);
      } catch (NoSuchFileException e) {
        boolean isLink = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        throw wrongUsage(
            command,
            isLink
                ? PathText.of(path) + " is a link that leads nowhere."
                : "There is no " + PathText.of(path) + ".");
      }
    }
    FoundPictures found = walk.result();
    found.problems().forEach(command.getErr()::println);
    if (found.files().isEmpty() && found.problems().isEmpty()) {
      String all = paths.stream().map(PathText::of).collect(Collectors.joining(", "));
      throw wrongUsage(command, "No images in " + all + ".");
    }
    if (found.files().isEmpty()) throw new IOException("No image could be read.");
    return found;
  }

  private static CommandLine.ParameterException wrongUsage(CommandLine command, String message) {
    return new CommandLine.ParameterException(command, message);
  }
}
