package dev.facecore.internal.natives;

import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
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

  private NativeLibraries() {}

  /**
   * The file to load for OpenCV.
   *
   * @param name without its beginning and ending, such as {@code opencv_java490}
   */
  public static Optional<Path> openCv(String name) {
    return Platform.current().flatMap(here -> unpack(name, List.of(here.openCvResource(name))));
  }

  /** The folder with ONNX Runtime's libraries. */
  public static Optional<Path> onnxRuntime() {
    return Platform.current()
        .flatMap(
            here ->
                unpack(
                    "onnxruntime",
                    List.of(
                        here.onnxRuntimeResource("onnxruntime"),
                        here.onnxRuntimeResource("onnxruntime4j_jni"))))
        .map(Path::getParent);
  }

  private static Optional<Path> unpack(String set, List<String> resources) {
    List<URL> libraries =
        resources.stream()
            .map(NativeLibraries.class::getResource)
            .filter(Objects::nonNull)
            .toList();
    if (libraries.size() < resources.size()) return Optional.empty();
    try {
      return Optional.of(cache().unpack(set, libraries));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static NativeCache cache() {
    String folder = System.getProperty("user.home") + "/.cache/face-core/native";
    return new NativeCache(Path.of(System.getProperty(FOLDER, folder)));
  }
}
