package dev.facecore.internal.album;

import dev.facecore.AlbumException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Lets one object of one process change an album; the system frees it when a process ends. */
final class AlbumLock implements Closeable {
  private final FileChannel channel;

  private AlbumLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, which is a file of no content.
   *
   * @throws AlbumException if another has it
   */
  static AlbumLock take(Path file) throws IOException {
    OwnFiles.requireFileOrNothing(file);
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            OwnFiles.ownerOnly(file.getParent()));
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) return new AlbumLock(channel);
      throw taken("another program", null);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw taken("this program", e);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static AlbumException taken(String by, Exception cause) {
    return new AlbumException(
        "The album is open for changes in " + by + "; close it there, or open it for reading only.",
        cause);
  }
}
