package dev.facecore.internal.natives;

import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The native libraries of this machine, unpacked below the user's cache folder, or the folder that
 * the system property {@value #FOLDER} names. Empty where they are not in a jar, are for another
 * machine, or cannot be unpacked: then the libraries' own loaders are left to it.
 */
public final class NativeLibraries {
  static final String FOLDER = "dev.facecore.native.folder";

  private static final String GPU = "onnxruntime_providers_cuda";

  private NativeLibraries() {}

  /**
   * The file to load for OpenCV; no other class loader of this process has been given it.
   *
   * @param name without its beginning and ending, such as {@code opencv_java490}
   * @param loader of OpenCV's classes
   */
  public static Optional<Path> openCv(String name, ClassLoader loader) {
    return Platform.current()
        .flatMap(here -> unpack(name, List.of(here.openCvResource(name)), loader));
  }

  /**
   * The folder with ONNX Runtime's libraries, those for a GPU too where the jar has them; no other
   * class loader of this process has been given it.
   *
   * @param loader of ONNX Runtime's classes
   */
  public static Optional<Path> onnxRuntime(ClassLoader loader) {
    return Platform.current().flatMap(here -> onnxRuntime(here, loader)).map(Path::getParent);
  }

  private static Optional<Path> onnxRuntime(Platform here, ClassLoader loader) {
    List<String> libraries = new ArrayList<>(List.of("onnxruntime", "onnxruntime4j_jni"));
    if (loader.getResource(here.onnxRuntimeResource(GPU)) != null) {
      libraries.add("onnxruntime_providers_shared");
      libraries.add(GPU);
    }
    List<String> resources = libraries.stream().map(here::onnxRuntimeResource).toList();
    return unpack("onnxruntime", resources, loader);
  }

  private static Optional<Path> unpack(String set, List<String> resources, ClassLoader loader) {
    // A class finds only what is in its own module; a class loader finds these in any.
    List<URL> libraries =
        resources.stream().map(loader::getResource).filter(Objects::nonNull).toList();
    if (libraries.size() < resources.size()) return Optional.empty();
    try {
      return Optional.of(new NativeCache(folder()).unpack(set, libraries));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the folder to unpack into; empty for a user without a home, for whom Java says "?" or a
   * folder that is not there.
   */
  public static Optional<Path> folder() {
    try {
      String named = System.getProperty(FOLDER);
      if (named != null) return Optional.of(Path.of(named).toAbsolutePath());
      Path home = Path.of(System.getProperty("user.home", "?"));
      if (!home.isAbsolute() || !Files.isDirectory(home)) return Optional.empty();
      return Optional.of(home.resolve(".cache/face-core/native"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
