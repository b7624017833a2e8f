package dev.facecore.internal.natives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for this run that only its owner may use. Made when first needed, deleted when the JVM
 * ends as far as the platform lets go of loaded files.
 */
final class TemporaryFolder {
  private TemporaryFolder() {}

  private static final class Made {
    static final Path PATH = make();
  }

  static Path path() {
    return Made.PATH;
  }

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
