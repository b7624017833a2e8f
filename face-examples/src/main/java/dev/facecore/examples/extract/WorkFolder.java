package dev.facecore.examples.extract;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The hidden folder beside the results, held by one run at a time. Each set of options has a work
 * file of its own, so that faces found in different ways never mix, and a run that was started by
 * mistake with other options destroys nothing before it is done.
 */
final class WorkFolder implements Closeable {
  static final String NAME = ".faces";

  private static final int NAME_DIGITS = 16;

  private final Path folder;
  private final FileChannel lockFile;

  private WorkFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /** Empty where another run holds it. */
  static Optional<WorkFolder> open(Path out) throws IOException {
    Path folder = out.resolve(NAME);
    Files.createDirectories(folder);
    FileChannel lockFile =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isLocked(lockFile)) return Optional.of(new WorkFolder(folder, lockFile));
    lockFile.close();
    return Optional.empty();
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Where the work with some options is kept.
   *
   * @param options in words, all that decides which faces are found
   */
  Path workFile(String options) {
    return folder.resolve(digest(options) + ".jsonl");
  }

  /** Whether work with other options is there. */
  boolean hasOthers(Path workFile) throws IOException {
    return !others(workFile).isEmpty();
  }

  void deleteOthers(Path workFile) throws IOException {
    for (Path other : others(workFile)) Files.delete(other);
  }

  private List<Path> others(Path workFile) throws IOException {
    List<Path> others = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jsonl")) {
      for (Path file : files) if (!file.equals(workFile)) others.add(file);
    }
    return others;
  }

  /** Where results are written before they replace those of an earlier run. */
  Path staging() {
    return folder.resolve("new");
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
