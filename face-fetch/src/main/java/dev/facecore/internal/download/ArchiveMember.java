package dev.facecore.internal.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Takes one file out of a ZIP archive, in pieces. */
final class ArchiveMember {
  private static final int CHUNK = 1 << 16;

  private ArchiveMember() {}

  /**
   * Unpacks a member.
   *
   * @param name with its folders, or without them where only one member is called so
   * @param limit the most bytes that it may have, counted and not believed
   * @throws ZipException if the file is no archive, lacks the member or is damaged
   */
  static void unpack(Path archive, String name, Path target, long limit) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile());
        InputStream from = zip.getInputStream(find(zip, name));
        OutputStream to = new SyncedOutput(create(target))) {
      byte[] chunk = new byte[CHUNK];
      long written = 0;
      for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
        written += read;
        if (written > limit) throw new ZipException(name + " has more than " + limit + " bytes");
        to.write(chunk, 0, read);
      }
    }
  }

  private static FileChannel create(Path target) throws IOException {
    Files.deleteIfExists(target); // a leftover, or a link that is not to be written through
    return FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static ZipEntry find(ZipFile zip, String name) throws ZipException {
    ZipEntry exact = zip.getEntry(name);
    if (exact != null) return exact;
    List<? extends ZipEntry> found =
        zip.stream().filter(entry -> entry.getName().endsWith("/" + name)).toList();
    if (found.size() == 1) return found.get(0);
    throw new ZipException("the archive has no " + name);
  }
}
