package dev.facecore.internal.album;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files of an album: readable by their owner only, and never a link, which would lead the writing
 * elsewhere.
 */
final class OwnFiles {
  private static final FileAttribute<?>[] NONE = {};

  private OwnFiles() {}

  /** Makes a folder with its parents; one that is there stays as it is. */
  static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) return;
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) Files.createDirectories(parent);
    Files.createDirectory(folder, permissions("rwx------", parent));
  }

  /** What a new file in a folder is made with. */
  static FileAttribute<?>[] ownerOnly(Path folder) {
    return permissions("rw-------", folder);
  }

  static void requireFileOrNothing(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(
          file.toString(), null, "It is a link or not a file; remove it, or choose another folder");
    }
  }

  /** Makes durable which files are in a folder. Some systems do this alone and allow no other. */
  static void force(Path folder) throws IOException {
    boolean posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    if (!posix) return;
    // An interrupted thread could not use a channel.
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  private static FileAttribute<?>[] permissions(String text, Path near) {
    if (near == null || Files.getFileAttributeView(near, PosixFileAttributeView.class) == null) {
      return NONE;
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
    };
  }
}
