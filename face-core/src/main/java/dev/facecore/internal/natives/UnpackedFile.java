package dev.facecore.internal.natives;

import dev.facecore.internal.check.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A library on the disk, and beside it a note {@code NAME.sha256}: the digest of what the jar held,
 * and what the file system said of the file when that digest was last found right. As long as it
 * says the same, nobody has written to the file, and to read all of it again is saved.
 */
final class UnpackedFile {
  // A file system's clock is coarse: a file that was changed just now could be changed once more
  // and look the same.
  private static final long SETTLED_SECONDS = 2;

  private final Path file;
  private final Path note;

  UnpackedFile(Path file) {
    this.file = file;
    this.note = file.resolveSibling(file.getFileName() + ".sha256");
  }

  /** Whether it is the file that was written, and nobody else can have changed it. */
  boolean isWhole(long size) throws IOException {
    if (!OwnFolder.isOwnFile(file) || Files.size(file) != size) return false;
    boolean hasOwners = OwnFolder.hasOwners(file);
    if (hasOwners && FileFacts.of(file).isOutOfReach()) return true;
    List<String> lines = note();
    if (lines.isEmpty()) return false;
    FileFacts facts = hasOwners ? FileFacts.of(file) : null;
    if (facts != null && lines.size() == 2 && lines.get(1).equals(facts.stamp())) return true;
    if (!Sha256.of(file, LinkOption.NOFOLLOW_LINKS).equals(lines.get(0))) return false;
    if (facts != null && isSettled(facts)) remember(lines.get(0), facts);
    return true;
  }

  private static boolean isSettled(FileFacts facts) {
    return facts.changed().toInstant().plusSeconds(SETTLED_SECONDS).isBefore(Instant.now());
  }

  private void remember(String digest, FileFacts facts) {
    try {
      writeNote(List.of(digest, facts.stamp()));
    } catch (IOException e) {
      // A folder that can only be read: the file is read at each start.
    }
  }

  private List<String> note() throws IOException {
    if (!OwnFolder.isOwnFile(note)) return List.of();
    try {
      return Files.readAllLines(note);
    } catch (MalformedInputException e) {
      return List.of();
    }
  }

  /** Replaces the file by what a stream holds, in one step. */
  void write(InputStream stream, long size) throws IOException {
    MessageDigest digest = Sha256.digest();
    Path part = Files.createTempFile(file.getParent(), "", ".part");
    try {
      // Into the file that only its owner may write; Files.copy would make another.
      try (OutputStream out = Files.newOutputStream(part)) {
        new DigestInputStream(stream, digest).transferTo(out);
      }
      String expected = HexFormat.of().formatHex(digest.digest());
      if (Files.size(part) != size
          || !Sha256.of(part, LinkOption.NOFOLLOW_LINKS).equals(expected)) {
        throw new IOException("the disk did not keep " + file);
      }
      writeNote(List.of(expected));
      move(part, file, size);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  // Another process may load the same file at this moment: it keeps what it has opened. Where that
  // cannot be replaced, it has been written by that process, and is as good.
  private void move(Path part, Path target, long size) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS) || !isWhole(size)) throw e;
    }
  }

  private void writeNote(List<String> lines) throws IOException {
    Path part = Files.createTempFile(note.getParent(), "", ".part");
    try {
      Files.write(part, lines);
      Files.move(part, note, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
