package dev.facecore.internal.natives;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the system's dynamic loader says of a library that it refuses. glibc, musl, macOS and
 * Windows have no codes for it, but words; only names of files are taken out of them, never paths.
 */
final class LoaderMessage {
  private static final String NAME = "([^\\s/:\\\\]+)";
  private static final Pattern LACKS =
      Pattern.compile(
          NAME
              + ": cannot open shared object file|Error loading shared library "
              + NAME
              + ":|Library not loaded: (?:[^\\s]*/)?"
              + NAME);
  private static final Pattern OLD = Pattern.compile("version [`'](\\w+_[\\d.]+)' not found");
  private static final String OTHER_LIBC = "ld-linux";

  private LoaderMessage() {}

  /** The end of a sentence about a library that cannot be loaded. */
  static String remedy(Throwable cause) {
    String needed = find(LACKS, cause);
    if (needed != null && !needed.startsWith(OTHER_LIBC)) {
      return "it needs " + needed + ", which this machine lacks: install it.";
    }
    if (needed != null || Causes.says(cause, "Error relocating")) {
      return "this Linux has musl, and it needs glibc: use an image or a system with glibc.";
    }
    String version = find(OLD, cause);
    if (version != null) {
      return "it needs " + version + ", which this machine is too old for: use a newer system.";
    }
    if (Causes.says(cause, "failed to map segment") || Causes.says(cause, "ermission")) {
      return "code may not be run from its folder (noexec?): name another by -D"
          + NativeLibraries.FOLDER
          + "=FOLDER.";
    }
    return "use jars for this platform, on Linux with glibc (not musl), and a folder that code may"
        + " be run from (not noexec), set by -D"
        + NativeLibraries.FOLDER
        + "=FOLDER.";
  }

  private static String find(Pattern pattern, Throwable cause) {
    return Causes.of(cause)
        .map(it -> pattern.matcher(String.valueOf(it.getMessage())))
        .filter(Matcher::find)
        .map(LoaderMessage::group)
        .findFirst()
        .orElse(null);
  }

  private static String group(Matcher found) {
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) return found.group(i);
    }
    return null;
  }
}
