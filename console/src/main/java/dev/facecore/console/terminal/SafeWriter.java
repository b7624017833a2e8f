package dev.facecore.console.terminal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Optional;

/**
 * Lets through only what cannot harm a terminal and can be written in its encoding; everything else
 * is escaped as {@link VisibleText} does. Remembers the first failure, which {@link
 * java.io.PrintWriter} swallows.
 */
public final class SafeWriter extends FilterWriter {
  private final CharsetEncoder encoder;
  private IOException failure;

  /**
   * A writer to a terminal or a pipe.
   *
   * @param charset the encoding of the target
   */
  public SafeWriter(Writer target, Charset charset) {
    super(target);
    encoder = charset.newEncoder();
  }

  /** Why something could not be written, if so. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void write(int character) throws IOException {
    write(String.valueOf((char) character));
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    StringBuilder safe = new StringBuilder(length);
    text.substring(offset, offset + length)
        .codePoints()
        .forEach(
            character -> {
              if (isSafe(character)) safe.appendCodePoint(character);
              else safe.append(VisibleText.escape(character));
            });
    attempt(() -> out.write(safe.toString()));
  }

  private boolean isSafe(int character) {
    if (character == '\n' || character == '\t') return true;
    if (character == '\r') return System.lineSeparator().indexOf('\r') >= 0;
    return !VisibleText.isHidden(character) && encoder.canEncode(Character.toString(character));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  private interface Work {
    void run() throws IOException;
  }

  private void attempt(Work work) throws IOException {
    try {
      work.run();
    } catch (IOException e) {
      if (failure == null) failure = e;
      throw e;
    }
  }
}
