package dev.facecore.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import dev.facecore.PlatformException;
import dev.facecore.internal.natives.NativeFailure;
import dev.facecore.internal.natives.NativeLibraries;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Optional;

/**
 * ONNX Runtime's native library and its one environment, which an application may use too: an
 * environment that is there already is used as it is.
 */
final class OrtLibrary {
  private static final String LIBRARY_FOLDER = "onnxruntime.native.path";

  // The same object for every class loader of the process: the property above is one for all.
  private static final Object PROCESS = "dev.facecore: onnxruntime.native.path".intern();

  private OrtLibrary() {}

  // A class is initialised once, under a lock of the JVM; a failure is kept for later callers.
  private static final class Loaded {
    static final Throwable FAILURE = attempt();
  }

  /**
   * The environment. Thread-safe.
   *
   * @throws PlatformException if the library cannot be loaded on this machine
   */
  static OrtEnvironment environment() {
    if (Loaded.FAILURE != null) throw NativeFailure.of("ONNX Runtime", Loaded.FAILURE);
    return OrtEnvironment.getEnvironment();
  }

  @SuppressWarnings("LockOnNonEnclosingClassLiteral")
  private static Throwable attempt() {
    try {
      load();
      synchronized (OrtEnvironment.class) { // the lock of its own methods
        if (!isThere()) make();
      }
      return null;
    } catch (Exception | LinkageError failure) {
      return failure;
    }
  }

  // ONNX Runtime reads the property when its class is initialised, and unpacks at every start
  // without it. It stays set no longer than that: others may load ONNX Runtime too.
  private static void load() throws ClassNotFoundException {
    ClassLoader loader = OrtEnvironment.class.getClassLoader();
    synchronized (PROCESS) {
      Optional<Path> folder =
          System.getProperty(LIBRARY_FOLDER) == null
              ? NativeLibraries.onnxRuntime(loader)
              : Optional.empty();
      folder.ifPresent(path -> System.setProperty(LIBRARY_FOLDER, path.toString()));
      try {
        Class.forName(OrtEnvironment.class.getName(), true, loader);
      } finally {
        if (folder.isPresent()) System.clearProperty(LIBRARY_FOLDER);
      }
    }
  }

  // To ask for an environment that has another name or level makes ONNX Runtime print a warning,
  // and it has no question whether there is one.
  private static boolean isThere() {
    try {
      Field instance = OrtEnvironment.class.getDeclaredField("INSTANCE");
      instance.setAccessible(true);
      return instance.get(null) != null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false;
    }
  }

  // Warnings are kept off: some published files list their weights among the inputs, and ONNX
  // Runtime says so once for every weight.
  private static void make() throws OrtException {
    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "face-core")
        .setTelemetry(false);
  }
}
