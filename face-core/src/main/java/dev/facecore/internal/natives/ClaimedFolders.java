package dev.facecore.internal.natives;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Folders whose libraries this class loader may load. A JVM refuses to load one file for two class
 * loaders, and class loaders that do not know each other share nothing but the JDK: its table of
 * file locks is one for the whole process. A lock is shared, so that other processes use the same
 * folder; within the process a second one is refused. It ends with the class loader that holds it.
 */
final class ClaimedFolders {
  private static final String LOCK = ".lock";

  // Kept for as long as this class lives: a lock that is collected is a lock given up.
  private static final Map<Path, FileLock> HELD = new HashMap<>();

  private ClaimedFolders() {}

  /** False if another class loader of this process has claimed the folder. */
  static synchronized boolean claim(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (HELD.containsKey(real)) return true;
    FileChannel channel = open(real.resolve(LOCK));
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
      if (lock == null) throw new IOException(real + " is locked by another program");
      HELD.put(real, lock);
      return true;
    } catch (OverlappingFileLockException e) {
      channel.close();
      return false;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  // An image of a container may hold a folder that its user can only read.
  private static FileChannel open(Path lock) throws IOException {
    try {
      return FileChannel.open(lock, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      try {
        Files.createFile(lock, OwnFolder.ownerOnly(lock, "rw-------"));
      } catch (FileAlreadyExistsException made) {
        // Another process was quicker.
      }
      return FileChannel.open(lock, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
