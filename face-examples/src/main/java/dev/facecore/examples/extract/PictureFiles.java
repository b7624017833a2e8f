package dev.facecore.examples.extract;

import dev.facecore.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Which files below the paths of a command line are pictures. */
public final class PictureFiles {
  private static final int MAGIC_BYTES = 16;
  private static final Set<String> ENDINGS =
      Set.of(
          "jpg", "jpeg", "jpe", "png", "bmp", "tif", "tiff", "webp", "gif", "heic", "heif", "avif");

  private PictureFiles() {}

  /**
   * Files as named, and what lies below folders, sorted by path: there, whatever begins like a
   * picture or is called like one, so that a damaged picture is reported and a text file is not.
   *
   * @param out is left out, for it may lie below one of the folders
   * @throws CommandLine.ParameterException if one of the paths does not exist, or there is no
   *     picture
   */
  public static List<Path> below(List<Path> paths, Optional<Path> out, CommandLine command)
      throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (Path path : paths) {
      if (!Files.exists(path)) throw wrongUsage(command, "There is no " + path);
      if (Files.isDirectory(path)) {
        walk(path, out.map(PictureFiles::plain), found);
      } else {
        found.add(path);
      }
    }
    if (found.isEmpty()) throw wrongUsage(command, "No pictures in " + paths);
    return List.copyOf(found);
  }

  private static CommandLine.ParameterException wrongUsage(CommandLine command, String message) {
    return new CommandLine.ParameterException(command, message);
  }

  private static void walk(Path folder, Optional<Path> out, Set<Path> found) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> out.isEmpty() || !plain(file).startsWith(out.get()))
          .filter(file -> isCalledLikeAPicture(file) || beginsLikeAPicture(file))
          .sorted()
          .forEach(found::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Path plain(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static boolean isCalledLikeAPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static boolean beginsLikeAPicture(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return Picture.isSupported(stream.readNBytes(MAGIC_BYTES));
    } catch (IOException e) {
      return false;
    }
  }
}
