package dev.facecore.console.files;

import dev.facecore.console.terminal.VisibleText;
import dev.facecore.stage.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for pictures. A path that was named is followed where it is a link; below it links to files
 * are followed and links to folders are not, so that no loop is possible. What cannot be looked at
 * is named, and the rest is done. A file that is reached twice is one picture. Not thread-safe.
 */
public final class PictureWalk {
  private static final int MAGIC_BYTES = 16;
  private static final Set<String> ENDINGS =
      Set.of(
          "jpg", "jpeg", "jpe", "png", "bmp", "tif", "tiff", "webp", "gif", "heic", "heif", "avif");

  private final Predicate<Path> isLeftOut;
  private final Map<Path, Path> foundByRealPath = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /** A picture's path as found, and the path without any link. */
  private record Candidate(Path path, Path real) {}

  /**
   * A walk that has found nothing yet.
   *
   * @param isLeftOut of real paths below a named folder
   */
  public PictureWalk(Predicate<Path> isLeftOut) {
    this.isLeftOut = isLeftOut;
  }

  /**
   * Looks at a path that was named.
   *
   * @throws NoSuchFileException if it does not exist
   */
  public void add(Path named) throws NoSuchFileException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(named, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        List<Candidate> below = new ArrayList<>();
        walk(named, named.toRealPath(), below);
        below.sort(Comparator.comparing(Candidate::path));
        below.forEach(this::found);
      } else if (attributes.isRegularFile()) {
        found(new Candidate(named, named.toRealPath()));
      } else {
        problem(named, "It is a pipe, a socket or a device; save the image to a file first.");
      }
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      problem(named, reason(e));
    }
  }

  /** Everything that was found. */
  public FoundPictures result() {
    return new FoundPictures(List.copyOf(foundByRealPath.values()), problems);
  }

  private void found(Candidate picture) {
    foundByRealPath.putIfAbsent(picture.real(), picture.path());
  }

  private void walk(Path folder, Path real, List<Candidate> pictures) {
    // Read as a whole first: folders may be nested deeper than files can be open.
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) entries.add(entry);
    } catch (DirectoryIteratorException e) {
      failed(folder, e.getCause());
    } catch (IOException e) {
      failed(folder, e);
    }
    for (Path entry : entries) {
      try {
        look(entry, real.resolve(entry.getFileName()), pictures);
      } catch (IOException e) {
        failed(entry, e);
      }
    }
  }

  private void look(Path entry, Path real, List<Candidate> pictures) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (isLeftOut.test(real)) return;
    if (attributes.isSymbolicLink()) {
      lookBehind(entry, pictures);
    } else if (attributes.isRegularFile()) {
      if (isPicture(entry)) pictures.add(new Candidate(entry, real));
    } else if (attributes.isDirectory() && !attributes.isOther()) {
      walk(entry, real, pictures);
    }
  }

  private void lookBehind(Path link, List<Candidate> pictures) throws IOException {
    try {
      if (Files.readAttributes(link, BasicFileAttributes.class).isRegularFile()) {
        Path real = link.toRealPath();
        if (!isLeftOut.test(real) && isPicture(link)) pictures.add(new Candidate(link, real));
      }
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException e) {
      if (isCalledLikeAPicture(link)) problem(link, "The link leads to no file.");
    }
  }

  private boolean isPicture(Path file) throws IOException {
    if (isCalledLikeAPicture(file)) return true;
    try (InputStream stream = Files.newInputStream(file)) {
      return Picture.isSupported(stream.readNBytes(MAGIC_BYTES));
    }
  }

  private static boolean isCalledLikeAPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  // What was there a moment ago and is gone is not missed.
  private void failed(Path path, IOException failure) {
    if (!(failure instanceof NoSuchFileException)) problem(path, reason(failure));
  }

  private void problem(Path path, String reason) {
    problems.add(VisibleText.of(PathText.of(path)) + ": " + reason);
  }

  private static String reason(IOException failure) {
    return DiskProblem.reason(failure);
  }
}
