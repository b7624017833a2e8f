package dev.facecore.recognition.cli;

import dev.facecore.stage.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
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
        List<Path> pictures = picturesBelow(path, spec);
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

  // A folder that was named is followed where it is a link; links to folders below are not.
  private static List<Path> picturesBelow(Path folder, CommandSpec spec) throws IOException {
    List<Path> pictures = new ArrayList<>();
    Path start = Files.isSymbolicLink(folder) ? folder.resolve(".") : folder;
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file) && beginsLikeAPicture(file)) {
              pictures.add(folder.resolve(start.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            spec.commandLine().getErr().println(file + ": It cannot be read and is left out.");
            return FileVisitResult.CONTINUE;
          }
        });
    pictures.sort(null);
    return pictures;
  }

  private static boolean beginsLikeAPicture(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return Picture.isSupported(stream.readNBytes(MAGIC_BYTES));
    } catch (IOException e) {
      return false;
    }
  }
}
