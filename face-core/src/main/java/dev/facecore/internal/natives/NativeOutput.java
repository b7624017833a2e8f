package dev.facecore.internal.natives;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
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
  private static final Path ERRORS = Path.of("/proc/self/fd/2");

  private NativeOutput() {}

  /**
   * Drops what native code prints from now on, on Linux; elsewhere, and where standard error cannot
   * be duplicated, nothing changes. {@link System#err} writes where it did before. What the JVM
   * itself says goes to standard output, and is not affected.
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
    if (!Files.exists(ERRORS)) throw new UnsupportedOperationException();
    try {
      return new FileOutputStream(duplicate());
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Opened a second time, a file gets a second position: other programs that write to it too,
      // as in a script with one log, would overwrite these lines.
      if (Files.isRegularFile(ERRORS)) throw new UnsupportedOperationException(e);
      return new FileOutputStream(ERRORS.toFile(), true);
    }
  }

  // Java has no public way to duplicate a descriptor. The manifest of a runnable jar opens these
  // two packages.
  private static FileDescriptor duplicate() throws ReflectiveOperationException {
    Method dup =
        Class.forName("sun.nio.fs.UnixNativeDispatcher").getDeclaredMethod("dup", int.class);
    dup.setAccessible(true);
    Constructor<FileDescriptor> of = FileDescriptor.class.getDeclaredConstructor(int.class);
    of.setAccessible(true);
    return of.newInstance((int) dup.invoke(null, 2));
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
