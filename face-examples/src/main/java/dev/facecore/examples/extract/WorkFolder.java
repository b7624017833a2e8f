package dev.facecore.examples.extract;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hidden folder beside the results, held by one run at a time. Each set of options has a work
 * file of its own, so that faces found in different ways never mix, and a run that was started by
 * mistake with other options destroys nothing before it is done.
 */
final class WorkFolder implements Closeable {
  static final String NAME = ".faces";

  static final String LOCK = "lock";

  private static final int NAME_DIGITS = 16;
  private static final Pattern WORK_FILE = Pattern.compile("[0-9a-f]{16}\\.jsonl(\\.new)?");

  /** Changed with the form of the work files: those of another form are not read. */
  private static final String FORM = "form 2, ";

  private final Path folder;
  private final FileChannel lockFile;

  private WorkFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Empty where another run holds it.
   *
   * @throws FileSystemException if it is a link, or cannot be used
   */
  static Optional<WorkFolder> open(Path out) throws IOException {
    Path folder = out.resolve(NAME);
    boolean isOther =
        Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
            && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    if (isOther) {
      throw new FileSystemException(
          folder.toString(), null, "It is a link or no folder; remove it, or choose another --out");
    }
    Files.createDirectories(folder);
    FileChannel lockFile =
        OwnFile.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
    return folder.resolve(digest(FORM + options) + ".jsonl");
  }

  /** Whether work with other options is there. */
  boolean hasOthers(Path workFile) throws IOException {
    return !others(workFile).isEmpty();
  }

  void deleteOthers(Path workFile) throws IOException {
    for (Path other : others(workFile)) Files.deleteIfExists(other);
  }

  // Users may have put files of their own here.
  private List<Path> others(Path workFile) throws IOException {
    List<Path> others = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jsonl*")) {
      for (Path file : files) {
        boolean isOurs =
            WORK_FILE.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (isOurs && !file.equals(workFile)) others.add(file);
      }
    }
    return others;
  }

  /**
   * Where results are written before they replace those of an earlier run; the caller closes it.
   */
  StagingFolder staging() throws IOException {
    return StagingFolder.in(folder);
  }

  Path path() {
    return folder;
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
