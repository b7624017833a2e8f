package dev.facecore.internal.natives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * What the file system says of a file itself, never of what it links to.
 *
 * @param changed when its content or its attributes were last changed, which only root can set
 */
record FileFacts(int owner, int mode, long size, long inode, FileTime modified, FileTime changed) {
  private static final int ROOT = 0;
  private static final int WRITABLE_BY_OTHERS = 022;

  /** In a file system with owners: see {@link OwnFolder#hasOwners}. */
  static FileFacts of(Path file) throws IOException {
    Map<String, Object> found =
        Files.readAttributes(
            file, "unix:uid,mode,size,ino,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
    return new FileFacts(
        (Integer) found.get("uid"),
        (Integer) found.get("mode"),
        (Long) found.get("size"),
        (Long) found.get("ino"),
        (FileTime) found.get("lastModifiedTime"),
        (FileTime) found.get("ctime"));
  }

  boolean isTrustedOwner() throws IOException {
    return owner == ROOT || owner == User.id();
  }

  boolean isWritableByOthers() {
    return (mode & WRITABLE_BY_OTHERS) != 0;
  }

  /** Whether only root can have written it, and this process is not root's. */
  boolean isOutOfReach() throws IOException {
    return owner == ROOT && User.id() != ROOT && !isWritableByOthers();
  }

  /** Differs after any change of the content. */
  String stamp() {
    return size + " " + inode + " " + modified + " " + changed;
  }

  /** The user whom the files of this process belong to. */
  private static final class User {
    private static Integer id;

    // Java has no name for the user that is right in a container; a file that it makes has.
    static synchronized int id() throws IOException {
      if (id == null) {
        Path made = Files.createTempFile("face-core-", ".owner");
        try {
          id = (Integer) Files.getAttribute(made, "unix:uid");
        } finally {
          Files.delete(made);
        }
      }
      return id;
    }
  }
}
