package dev.facecore.internal.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One fetch into a folder at a time, among all programs of a machine. The lock ends with the
 * program that holds it, whatever becomes of it; its file stays, for to delete it would let two in.
 */
final class FolderLock implements AutoCloseable {
  // A file's lock belongs to the whole program: its own threads are kept apart by this one.
  private static final ReentrantLock WITHIN_PROGRAM = new ReentrantLock();

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the folder.
   *
   * @param waiting is told once if another program or thread has it
   */
  static FolderLock take(Path folder, Runnable waiting) throws IOException, InterruptedException {
    boolean hasTold = false;
    if (!WITHIN_PROGRAM.tryLock()) {
      waiting.run();
      hasTold = true;
      WITHIN_PROGRAM.lockInterruptibly();
    }
    try {
      return new FolderLock(lockedFile(folder, hasTold ? () -> {} : waiting));
    } catch (IOException | RuntimeException e) {
      WITHIN_PROGRAM.unlock();
      throw e;
    }
  }

  private static FileChannel lockedFile(Path folder, Runnable waiting) throws IOException {
    Path file = folder.resolve(".fetch.lock");
    if (Files.isSymbolicLink(file)) Files.delete(file);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        waiting.run();
        channel.lock();
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      WITHIN_PROGRAM.unlock();
    }
  }
}
