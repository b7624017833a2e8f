package dev.facecore.internal.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writing into a folder that others may write to: what they may have put in place of a file, such
 * as a link to another one, is removed and never written through.
 */
public final class PlainFiles {
  private PlainFiles() {}

  /** Whether a path is a regular file of its own: no link, and no second name of another file. */
  public static boolean isPlain(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return false;
    boolean countsNames = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    return !countsNames
        || (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) == 1;
  }

  /**
   * Removes what is at a path unless it is a plain file.
   *
   * @throws IOException if it cannot be removed, such as a folder that holds something
   */
  public static void requirePlain(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isPlain(file)) Files.delete(file);
  }

  /** Gives a file this text, in one step. */
  static void replace(Path file, String text) throws IOException {
    // Not a temporary file of Java's: other users of the folder read this one.
    Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      Files.writeString(part, text, StandardOpenOption.CREATE_NEW);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
