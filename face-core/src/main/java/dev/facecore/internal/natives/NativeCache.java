package dev.facecore.internal.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Native libraries out of jars, unpacked once for each version into a folder that stays, since
 * unpacking costs more than loading. Thread-safe, and safe for several processes: a file gets its
 * name only when it is whole, and is checked against the jar's checksum at every use. Where the
 * folder cannot be written to, a temporary one serves for this run.
 */
final class NativeCache {
  private final Path folder;

  NativeCache(Path folder) {
    this.folder = folder;
  }

  /**
   * Sees to it that libraries lie side by side.
   *
   * @param set a name for them; the version is told by their checksum
   * @param libraries within jars
   * @return the file of the first
   * @throws UncheckedIOException if they are in no jar, or can be written nowhere
   */
  Path unpack(String set, List<URL> libraries) {
    try {
      String version = set + "-" + Long.toHexString(entry(libraries.get(0)).getCrc());
      try {
        return unpack(libraries, folder.resolve(version));
      } catch (IOException e) {
        return unpack(libraries, TemporaryFolder.PATH.resolve(version));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unpack(List<URL> libraries, Path target) throws IOException {
    List<Path> files = new ArrayList<>();
    for (URL library : libraries) {
      JarEntry entry = entry(library);
      Path name = Path.of(entry.getName()).getFileName();
      files.add(unpack(library, entry, target.resolve(name.toString())));
    }
    return files.get(0);
  }

  private static JarEntry entry(URL library) throws IOException {
    URLConnection connection = library.openConnection();
    if (connection instanceof JarURLConnection jar) return jar.getJarEntry();
    throw new IOException("not in a jar: " + library);
  }

  private static Path unpack(URL library, JarEntry entry, Path file) throws IOException {
    if (isWhole(file, entry)) return file;
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), entry.getCrc() + "-", ".part");
    try (InputStream stream = library.openStream()) {
      Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
      if (!isWhole(part, entry)) throw new IOException("the disk did not keep " + file);
      // Another process may load the same file at this moment: it keeps what it has opened.
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return file;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static boolean isWhole(Path file, JarEntry entry) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) return false;
    CheckedInputStream checked = new CheckedInputStream(Files.newInputStream(file), new CRC32());
    try (checked) {
      byte[] buffer = new byte[1 << 20];
      while (checked.read(buffer) >= 0) {}
    }
    return checked.getChecksum().getValue() == entry.getCrc();
  }

  /**
   * Made when first needed, deleted when the JVM ends as far as the platform lets go of loaded
   * files.
   */
  private static final class TemporaryFolder {
    static final Path PATH = make();

    private static Path make() {
      try {
        Path made = Files.createTempDirectory("face-core-native");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
        return made;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void delete(Path root) {
      try (Stream<Path> files = Files.walk(root)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        root.toFile().deleteOnExit();
      }
    }
  }
}
