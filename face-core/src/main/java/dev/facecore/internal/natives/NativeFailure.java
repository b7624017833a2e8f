package dev.facecore.internal.natives;

import dev.facecore.PlatformException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Why a native library cannot be loaded on this machine, in words that name the remedy. */
public final class NativeFailure {
  private NativeFailure() {}

  /**
   * An exception that says what to change.
   *
   * @param library its name for people, such as ONNX Runtime
   * @param cause what its loader threw, the first time: a second attempt throws less
   */
  public static PlatformException of(String library, Throwable cause) {
    return new PlatformException(
        PlatformException.Part.NATIVE_CODE, library + remedy(cause), cause);
  }

  private static String remedy(Throwable cause) {
    String machine = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    Optional<String> module = JdkModules.missing(cause);
    if (module.isPresent()) {
      return " needs the module "
          + module.get()
          + ", which this Java lacks; use a whole JDK or JRE, or jlink --add-modules "
          + module.get()
          + ".";
    }
    if (Causes.has(cause, IllegalCallerException.class)) {
      return " must load native code, which this Java was told to forbid; start it with"
          + " --enable-native-access="
          + modules()
          + ".";
    }
    if (Platform.current().isEmpty()) {
      return " has no native code for "
          + machine
          + "; use 64-bit Linux (glibc) or Windows, or macOS on ARM.";
    }
    if (!isWritable(Path.of(System.getProperty("java.io.tmpdir")))) {
      return " needs a temporary folder, and the one that java.io.tmpdir names is missing or cannot"
          + " be written to; start Java with -Djava.io.tmpdir=FOLDER.";
    }
    if (Causes.says(cause, "already loaded in another classloader")) {
      return "'s native code has been loaded by another class loader of this process from the same"
          + " file; let both use one copy, by a class loader that they share.";
    }
    if (Causes.says(cause, "mismatch between the ORT class files")) {
      return " of another version is loaded in this process; use the same version everywhere.";
    }
    return "'s native code for " + machine + " cannot be loaded; " + LoaderMessage.remedy(cause);
  }

  private static String modules() {
    Module own = NativeFailure.class.getModule();
    return own.isNamed() ? own.getName() + ",com.microsoft.onnxruntime,opencv" : "ALL-UNNAMED";
  }

  private static boolean isWritable(Path folder) {
    return Files.isDirectory(folder) && Files.isWritable(folder);
  }
}
