package dev.facecore.internal.natives;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Folders and files that nobody but this user and root can have written. Where a file system has no
 * owners and permissions in the manner of POSIX, its own rules for the user's folder are relied on.
 */
final class OwnFolder {
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private OwnFolder() {}

  /**
   * Makes a folder that only its owner may use, or makes sure that others cannot write to the one
   * that is there.
   *
   * @throws IOException if it is a link, belongs to another user, or cannot be made
   */
  static void ensure(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(absolute.getParent());
      try {
        Files.createDirectory(absolute, ownerOnly(absolute, "rwx------"));
      } catch (FileAlreadyExistsException e) {
        // Another process was quicker; what it made is looked at like any other.
      }
    }
    if (!Files.isDirectory(absolute, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(absolute + " is a link or no folder");
    }
    if (!hasOwners(absolute)) return;
    FileFacts facts = FileFacts.of(absolute);
    if (!facts.isTrustedOwner()) throw new IOException(absolute + " belongs to another user");
    if (facts.isWritableByOthers()) removeOthers(absolute);
  }

  private static void removeOthers(Path folder) throws IOException {
    Set<PosixFilePermission> kept =
        EnumSet.copyOf(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS));
    kept.removeAll(OF_OTHERS);
    Files.setPosixFilePermissions(folder, kept);
  }

  /** Whether a file is a regular one that nobody but this user and root can have written. */
  static boolean isOwnFile(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return false;
    if (!hasOwners(file)) return true;
    FileFacts facts = FileFacts.of(file);
    return facts.isTrustedOwner() && !facts.isWritableByOthers();
  }

  static boolean hasOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    if (!hasOwners(path)) return new FileAttribute<?>[0];
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }
}
