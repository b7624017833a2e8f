package dev.facecore.examples.extract;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Files of the work folder. Somebody may have put a link or a pipe in their place, so that writing
 * would harm another file or never end: nothing here is followed.
 */
final class OwnFile {
  private OwnFile() {}

  /**
   * Opens a file.
   *
   * @throws FileSystemException if something else has its name
   */
  static FileChannel open(Path path, OpenOption... options) throws IOException {
    requireFileOrNothing(path);
    OpenOption[] all =
        Stream.concat(Arrays.stream(options), Stream.of(LinkOption.NOFOLLOW_LINKS))
            .toArray(OpenOption[]::new);
    return FileChannel.open(path, all);
  }

  /** Puts a file in place of an earlier one as a whole. */
  static void replace(Path path, byte[] content) throws IOException {
    requireFileOrNothing(path);
    Path aside = aside(path);
    Files.write(aside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A path beside another one at which there is nothing. */
  static Path aside(Path path) throws IOException {
    Path aside = path.resolveSibling(path.getFileName() + ".new");
    requireFileOrNothing(aside);
    Files.deleteIfExists(aside);
    return aside;
  }

  private static void requireFileOrNothing(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(
          path.toString(), null, "It is a link or no file; remove it, or choose another --out");
    }
  }
}
