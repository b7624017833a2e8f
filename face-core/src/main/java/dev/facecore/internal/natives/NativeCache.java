package dev.facecore.internal.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;

/**
 * Native libraries out of jars, unpacked once for each version into a folder that stays, because
 * unpacking costs more than loading. Thread-safe, and safe for several processes: a file gets its
 * name only when it is whole. What is found there is used only if nobody but this user and root can
 * have written it and its SHA-256 is right. A second class loader of one process gets a copy of its
 * own, because a JVM loads a file for one class loader only. Where the folder cannot be used, a
 * temporary one serves for this run.
 */
final class NativeCache {
  /**
   * Class loaders of one process whose copies stay on the disk; further ones use temporary ones.
   */
  private static final int MOST_COPIES = 4;

  private final Optional<Path> folder;

  NativeCache(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * Unpacks libraries side by side.
   *
   * @param set a name for them; the version is part of their folder's name
   * @param libraries within jars
   * @return the file of the first
   * @throws UncheckedIOException if they are in no jar, or can be written nowhere
   */
  Path unpack(String set, List<URL> libraries) {
    try {
      // Tells versions apart; whether a file is whole is decided by its SHA-256.
      String version = set + "-" + Long.toHexString(entry(libraries.get(0)).getCrc());
      try {
        return unpack(libraries, claimed(version));
      } catch (IOException e) {
        return unpack(libraries, TemporaryFolder.path().resolve(version));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path claimed(String version) throws IOException {
    Path root = folder.orElseThrow(() -> new IOException("this user has no home folder"));
    OwnFolder.ensure(root);
    for (int copy = 1; copy <= MOST_COPIES; copy++) {
      Path target = root.resolve(copy == 1 ? version : version + "-" + copy);
      OwnFolder.ensure(target);
      if (ClaimedFolders.claim(target)) return target;
    }
    throw new IOException("too many class loaders of this process use " + root);
  }

  private static Path unpack(List<URL> libraries, Path target) throws IOException {
    OwnFolder.ensure(target);
    List<Path> files = new ArrayList<>();
    for (URL library : libraries) {
      JarEntry entry = entry(library);
      Path name = Path.of(entry.getName()).getFileName();
      files.add(unpack(library, entry, target.resolve(name.toString())));
    }
    return files.get(0);
  }

  private static Path unpack(URL library, JarEntry entry, Path file) throws IOException {
    UnpackedFile unpacked = new UnpackedFile(file);
    if (unpacked.isWhole(entry.getSize())) return file;
    try (InputStream stream = library.openStream()) {
      unpacked.write(stream, entry.getSize());
    }
    return file;
  }

  private static JarEntry entry(URL library) throws IOException {
    URLConnection connection = library.openConnection();
    if (connection instanceof JarURLConnection jar) return jar.getJarEntry();
    throw new IOException("not in a jar: " + library);
  }
}
