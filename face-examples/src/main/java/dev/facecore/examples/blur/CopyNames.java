package dev.facecore.examples.blur;

import dev.facecore.console.files.PathText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the copy of each image goes: below a named folder as the image lies in it. JPEG and PNG
 * stay what they are; the other formats become PNG.
 */
final class CopyNames {
  private final Path out;
  private final List<Path> named;

  CopyNames(Path out, List<Path> named) {
    this.out = out;
    this.named = named;
  }

  /**
   * The copies by image.
   *
   * @throws IllegalArgumentException if two images would get one copy, or one be replaced by its
   *     own
   */
  Map<Path, Path> of(List<Path> images) throws IOException {
    Map<Path, Path> copies = new LinkedHashMap<>();
    Map<Path, Path> taken = new HashMap<>();
    for (Path image : images) {
      Path copy = out.resolve(name(image)).normalize();
      Path other = taken.put(copy, image);
      if (other != null) {
        throw new IllegalArgumentException(
            PathText.of(other)
                + " and "
                + PathText.of(image)
                + " would both become "
                + PathText.of(copy)
                + "; blur them into two folders.");
      }
      if (Files.exists(copy) && Files.isSameFile(copy, image)) {
        throw new IllegalArgumentException(
            "--out must not be where the images are: "
                + PathText.of(image)
                + " would be replaced.");
      }
      copies.put(image, copy);
    }
    return copies;
  }

  private Path name(Path image) {
    Path inFolder =
        folderOf(image).map(folder -> folder.relativize(image)).orElse(image.getFileName());
    return isKept(image) ? inFolder : inFolder.resolveSibling(inFolder.getFileName() + ".png");
  }

  private Optional<Path> folderOf(Path image) {
    return named.stream()
        .filter(path -> Files.isDirectory(path) && image.startsWith(path))
        .findFirst();
  }

  private static boolean isKept(Path image) {
    String name = image.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
  }
}
