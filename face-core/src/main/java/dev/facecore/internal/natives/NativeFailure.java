package dev.facecore.internal.natives;

import dev.facecore.InferenceException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a native library cannot be loaded on this machine, in words that name the remedy. */
public final class NativeFailure {
  private NativeFailure() {}

  /**
   * An exception that says what to change.
   *
   * @param library its name for people, such as ONNX Runtime
   * @param cause what its loader threw; not read, since a second attempt throws less than the first
   */
  public static InferenceException of(String library, Throwable cause) {
    return new InferenceException(library + remedy(), cause);
  }

  private static String remedy() {
    String machine = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    if (Platform.current().isEmpty()) {
      return " has no native code for "
          + machine
          + "; use 64-bit Linux (glibc) or Windows, or macOS on ARM.";
    }
    if (!isWritable(Path.of(System.getProperty("java.io.tmpdir")))) {
      return " needs a temporary folder, and the one that java.io.tmpdir names is missing or cannot"
          + " be written to; start Java with -Djava.io.tmpdir=FOLDER.";
    }
    return "'s native code for "
        + machine
        + " cannot be loaded; use a jar for this platform, on Linux with glibc (not musl), and a"
        + " folder that code may be run from (not noexec), set by -D"
        + NativeLibraries.FOLDER
        + "=FOLDER.";
  }

  private static boolean isWritable(Path folder) {
    return Files.isDirectory(folder) && Files.isWritable(folder);
  }
}
