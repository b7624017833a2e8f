package dev.facecore.console.terminal;

import dev.facecore.internal.natives.NativeOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;

/** Standard output and standard error, in the encoding of the terminal or the locale. */
public final class StandardStream {
  private StandardStream() {}

  /** Standard output. */
  public static SafeWriter output() {
    return of(new FileOutputStream(FileDescriptor.out), "stdout.encoding");
  }

  /** Standard error, from now on for this program alone: what native code prints is dropped. */
  public static SafeWriter errors() {
    return of(NativeOutput.drop(), "stderr.encoding");
  }

  private static SafeWriter of(OutputStream stream, String property) {
    Charset charset = NativeOutput.charset(property);
    return new SafeWriter(new OutputStreamWriter(stream, charset), charset);
  }
}
