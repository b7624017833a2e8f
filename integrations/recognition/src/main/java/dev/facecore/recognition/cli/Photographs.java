package dev.facecore.recognition.cli;

import dev.facecore.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Which photographs the paths of a command line mean. */
final class Photographs {
  private static final int MAGIC_BYTES = 16;

  private Photographs() {}

  /**
   * Files as named, and of folders whatever begins like a picture, sorted by path.
   *
   * @throws ParameterException if one does not exist, or a folder holds no picture
   */
  static List<Path> of(List<Path> paths, CommandSpec spec) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        List<Path> pictures = picturesBelow(path);
        if (pictures.isEmpty()) throw wrong(spec, "There are no pictures in " + path);
        files.addAll(pictures);
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw wrong(spec, "There is no " + path);
      }
    }
    return files;
  }

  private static ParameterException wrong(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static List<Path> picturesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(Photographs::beginsLikeAPicture)
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean beginsLikeAPicture(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return Picture.isSupported(stream.readNBytes(MAGIC_BYTES));
    } catch (IOException e) {
      return false;
    }
  }
}
