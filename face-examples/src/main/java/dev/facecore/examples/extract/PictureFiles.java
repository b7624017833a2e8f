package dev.facecore.examples.extract;

import dev.facecore.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

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
   * @throws NoSuchFileException if one of the paths does not exist
   */
  public static List<Path> below(List<Path> paths, Path out) throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (Path path : paths) {
      if (!Files.exists(path)) throw new NoSuchFileException(path.toString());
      if (Files.isDirectory(path)) {
        walk(path, out.toAbsolutePath().normalize(), found);
      } else {
        found.add(path);
      }
    }
    return List.copyOf(found);
  }

  private static void walk(Path folder, Path out, Set<Path> found) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toAbsolutePath().normalize().startsWith(out))
          .filter(file -> isCalledLikeAPicture(file) || beginsLikeAPicture(file))
          .sorted()
          .forEach(found::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
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
