package dev.facecore.internal.natives;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Takes standard error away from native code. OpenCV, libpng and libjpeg print on it what they find
 * wrong with a picture, past every log and its level, and Java has no way to tell them not to. It
 * concerns the whole process, so that only programs call it, never the library.
 */
public final class NativeOutput {
  private static final Path OUTPUT = Path.of("/proc/self/fd/1");
  private static final Path ERRORS = Path.of("/proc/self/fd/2");

  private NativeOutput() {}

  /**
   * Drops what native code prints from now on, on Linux; elsewhere, and where standard error cannot
   * be opened a second time, nothing changes. {@link System#err} writes where it did before. What
   * the JVM itself says goes to standard output, and is not affected.
   *
   * @return standard error, for this program alone
   */
  public static OutputStream drop() {
    OutputStream own;
    try {
      own = ownErrors();
      // Java never closes the standard descriptors: it puts the null device in their place.
      new FileOutputStream(FileDescriptor.err).close();
    } catch (IOException | UnsupportedOperationException e) {
      return new FileOutputStream(FileDescriptor.err);
    }
    System.setErr(new PrintStream(own, true, charset("stderr.encoding")));
    return own;
  }

  private static OutputStream ownErrors() throws IOException {
    // One file for both must not be opened twice: each would write at a place of its own.
    boolean isShared = Files.readSymbolicLink(ERRORS).equals(Files.readSymbolicLink(OUTPUT));
    return isShared
        ? new FileOutputStream(FileDescriptor.out)
        : new FileOutputStream(ERRORS.toFile(), true);
  }

  /**
   * The encoding of a standard stream.
   *
   * @param property its name since Java 19, such as {@code stderr.encoding}
   */
  public static Charset charset(String property) {
    return Stream.of(property, "sun." + property, "native.encoding")
        .map(System::getProperty)
        .filter(name -> name != null && Charset.isSupported(name))
        .findFirst()
        .map(Charset::forName)
        .orElse(Charset.defaultCharset());
  }
}
