package dev.facecore.internal.image;

import dev.facecore.PlatformException;
import dev.facecore.internal.natives.NativeFailure;
import dev.facecore.internal.natives.NativeLibraries;
import java.nio.file.Path;
import java.util.Optional;
import nu.pattern.OpenCV;
import org.opencv.core.Core;

/**
 * OpenCV's native library, loaded at its first use and once in the life of the process. Where an
 * application has loaded it before, it is used as it is, with the threads that the application has
 * set.
 */
public final class OpenCvLibrary {
  private OpenCvLibrary() {}

  // A class is initialised once, under a lock of the JVM; a failure is kept for later callers.
  private static final class Loaded {
    static final Throwable FAILURE = attempt();
  }

  /**
   * Returns once native calls can be made. Thread-safe; a call after the first costs nothing.
   *
   * @throws PlatformException if the library cannot be loaded on this machine
   */
  public static void load() {
    if (Loaded.FAILURE != null) throw NativeFailure.of("OpenCV", Loaded.FAILURE);
  }

  private static Throwable attempt() {
    try {
      if (isLoaded()) return null;
      Optional<Path> library = library();
      if (library.isPresent()) {
        System.load(library.get().toString());
      } else {
        OpenCV.loadLocally();
      }
      // Work is parallel over pictures; threads inside OpenCV would only compete with it.
      Core.setNumThreads(1);
      return null;
    } catch (Exception | LinkageError failure) {
      return failure;
    }
  }

  private static boolean isLoaded() {
    try {
      Core.getNumThreads();
      return true;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }

  // What this class loads, only classes of its class loader are linked with.
  private static Optional<Path> library() {
    ClassLoader loader = Core.class.getClassLoader();
    boolean isShared = loader == OpenCvLibrary.class.getClassLoader();
    return isShared ? NativeLibraries.openCv(Core.NATIVE_LIBRARY_NAME, loader) : Optional.empty();
  }
}
