package dev.facecore.internal.natives;

import java.util.Locale;
import java.util.Optional;

/** This machine in the words of the two jars that carry native code. */
enum Platform {
  LINUX_X64("linux", "x86_64", "linux-x64", "lib%s.so"),
  LINUX_ARM64("linux", "ARMv8", "linux-aarch64", "lib%s.so"),
  OSX_ARM64("osx", "ARMv8", "osx-aarch64", "lib%s.dylib"),
  WINDOWS_X64("windows", "x86_64", "win-x64", "%s.dll");

  private final String openCvSystem;
  private final String openCvProcessor;
  private final String onnxRuntime;
  private final String file;

  Platform(String openCvSystem, String openCvProcessor, String onnxRuntime, String file) {
    this.openCvSystem = openCvSystem;
    this.openCvProcessor = openCvProcessor;
    this.onnxRuntime = onnxRuntime;
    this.file = file;
  }

  /** Empty for a machine that one of the two does not support. */
  static Optional<Platform> current() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    boolean x64 = processor.equals("amd64") || processor.equals("x86_64");
    if (system.startsWith("linux") && x64) return Optional.of(LINUX_X64);
    if (system.startsWith("linux") && arm) return Optional.of(LINUX_ARM64);
    if (system.startsWith("mac") && arm) return Optional.of(OSX_ARM64);
    if (system.startsWith("windows") && x64) return Optional.of(WINDOWS_X64);
    return Optional.empty();
  }

  String openCvResource(String library) {
    return "nu/pattern/opencv/"
        + openCvSystem
        + "/"
        + openCvProcessor
        + "/"
        + file.formatted(library);
  }

  String onnxRuntimeResource(String library) {
    return "ai/onnxruntime/native/" + onnxRuntime + "/" + file.formatted(library);
  }
}
