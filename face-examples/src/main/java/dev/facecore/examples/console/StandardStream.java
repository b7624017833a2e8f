package dev.facecore.examples.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.util.stream.Stream;

/** Standard output and standard error, in the encoding of the terminal or the locale. */
public final class StandardStream {
  private StandardStream() {}

  /** Standard output. */
  public static SafeWriter output() {
    return of(FileDescriptor.out, "stdout.encoding");
  }

  /** Standard error. */
  public static SafeWriter errors() {
    return of(FileDescriptor.err, "stderr.encoding");
  }

  private static SafeWriter of(FileDescriptor stream, String property) {
    Charset charset =
        Stream.of(property, "sun." + property, "native.encoding")
            .map(System::getProperty)
            .filter(name -> name != null && Charset.isSupported(name))
            .findFirst()
            .map(Charset::forName)
            .orElse(Charset.defaultCharset());
    return new SafeWriter(new OutputStreamWriter(new FileOutputStream(stream), charset), charset);
  }
}
