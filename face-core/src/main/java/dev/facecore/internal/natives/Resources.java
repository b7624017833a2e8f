package dev.facecore.internal.natives;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of other artifacts. A class finds only those of its own module, so that on the module path
 * its class loader is asked; where each artifact has one of its own, the thread's.
 */
public final class Resources {
  private Resources() {}

  /**
   * Opens a file; the caller closes it.
   *
   * @param name from the root, without a slash at the beginning
   */
  public static Optional<InputStream> open(String name) throws IOException {
    Optional<URL> found =
        Stream.of(Resources.class.getClassLoader(), Thread.currentThread().getContextClassLoader())
            .filter(loader -> loader != null)
            .map(loader -> loader.getResource(name))
            .filter(url -> url != null)
            .findFirst();
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get().openStream());
  }
}
