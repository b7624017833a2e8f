package dev.facecore.internal.download;

import dev.facecore.internal.models.PlainFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What has arrived of a file, on the disk: the bytes in {@code NAME.part}, and beside them in
 * {@code NAME.part.from} the address and the version that they are of. It outlives the program, so
 * that the next one goes on where this one stopped.
 */
final class PartialFile {
  private final Path bytes;
  private final Path from;

  /** For a file that will get this name when it is whole and checked. */
  PartialFile(Path target) {
    bytes = target.resolveSibling(target.getFileName() + ".part");
    from = target.resolveSibling(target.getFileName() + ".part.from");
  }

  Path path() {
    return bytes;
  }

  long size() throws IOException {
    return PlainFiles.isPlain(bytes) ? Files.size(bytes) : 0;
  }

  /**
   * The version that a server can be asked to go on with: what the entity tag or the date of the
   * first answer was; empty if there is nothing to go on with.
   */
  Optional<String> version(URI address) throws IOException {
    if (size() == 0 || !PlainFiles.isPlain(from)) return Optional.empty();
    List<String> lines = Files.readAllLines(from);
    boolean isOfAddress = lines.size() == 2 && lines.get(0).equals(address.toString());
    return isOfAddress ? Optional.of(lines.get(1)) : Optional.empty();
  }

  /** Starts from nothing, with bytes of an address and a version. */
  void restart(URI address, Optional<String> version) throws IOException {
    delete();
    if (version.isPresent()) {
      Files.write(
          from,
          List.of(address.toString(), version.get()),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
    }
  }

  /** Writes on at the end; closing it puts the bytes on the disk. */
  OutputStream append() throws IOException {
    PlainFiles.requirePlain(bytes);
    FileChannel channel =
        FileChannel.open(
            bytes,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            LinkOption.NOFOLLOW_LINKS);
    return new SyncedOutput(channel);
  }

  void delete() throws IOException {
    Files.deleteIfExists(from);
    Files.deleteIfExists(bytes);
  }

  /** Gives the bytes their final name, in one step. */
  void moveTo(Path target) throws IOException {
    Files.move(bytes, target, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(from);
  }
}
