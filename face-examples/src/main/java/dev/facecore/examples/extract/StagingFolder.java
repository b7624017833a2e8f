package dev.facecore.examples.extract;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A new folder in which files are written that are not whole yet. Whatever is deleted in it is
 * called like a file of ours; what is not stays, and the folder with it.
 */
final class StagingFolder implements Closeable {
  private static final String PREFIX = "new";

  private final Path path;

  private StagingFolder(Path path) {
    this.path = path;
  }

  /** Makes one in a work folder; those that killed runs left behind are deleted. */
  static StagingFolder in(Path work) throws IOException {
    for (Path old : entries(work, PREFIX + "*")) delete(old);
    Path made = Files.createTempDirectory(work, PREFIX);
    Files.createDirectory(made.resolve(ResultNames.HEADSHOTS));
    Files.createDirectory(made.resolve(ResultNames.THUMBNAILS));
    return new StagingFolder(made);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    delete(path);
  }

  private static void delete(Path folder) throws IOException {
    if (!isFolder(folder)) return;
    for (String pictures : List.of(ResultNames.HEADSHOTS, ResultNames.THUMBNAILS)) {
      Path below = folder.resolve(pictures);
      if (!isFolder(below)) continue;
      for (Path file : entries(below, "*.jpg")) {
        if (MadeFiles.isCalledLikeOurs(pictures + "/" + file.getFileName())) deleteFile(file);
      }
      deleteIfEmpty(below);
    }
    for (String fixed : MadeFiles.FIXED) deleteFile(folder.resolve(fixed));
    deleteIfEmpty(folder);
  }

  private static void deleteFile(Path file) throws IOException {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) Files.delete(file);
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      // It holds what is not ours.
    }
  }

  private static List<Path> entries(Path folder, String names) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, names)) {
      for (Path entry : stream) entries.add(entry);
    }
    return entries;
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
