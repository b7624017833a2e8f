package dev.facecore.internal.natives;

import java.io.UncheckedIOException;
import java.net.URL;
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
   * The file to load for OpenCV.
   *
   * @param name without its beginning and ending, such as {@code opencv_java490}
   */
  public static Optional<Path> openCv(String name) {
    return Platform.current().flatMap(here -> unpack(name, List.of(here.openCvResource(name))));
  }

  /** The folder with ONNX Runtime's libraries, those for a GPU too where the jar has them. */
  public static Optional<Path> onnxRuntime() {
    return Platform.current().flatMap(NativeLibraries::onnxRuntime).map(Path::getParent);
  }

  private static Optional<Path> onnxRuntime(Platform here) {
    List<String> libraries = new ArrayList<>(List.of("onnxruntime", "onnxruntime4j_jni"));
    if (resource(here.onnxRuntimeResource(GPU)) != null) {
      libraries.add("onnxruntime_providers_shared");
      libraries.add(GPU);
    }
    return unpack("onnxruntime", libraries.stream().map(here::onnxRuntimeResource).toList());
  }

  private static URL resource(String name) {
    return NativeLibraries.class.getResource(name);
  }

  private static Optional<Path> unpack(String set, List<String> resources) {
    List<URL> libraries =
        resources.stream().map(NativeLibraries::resource).filter(Objects::nonNull).toList();
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
