package dev.facecore.console.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void what_steers_a_terminal_or_hides_is_escaped() {
    assertEquals(
        "plain \u00fc \u65e5 \ud83d\ude00", VisibleText.of("plain \u00fc \u65e5 \ud83d\ude00"));
    assertEquals(
        "\\u001B[2J\\u000A\\u000D\\u0009\\u0000\\u007F\\u009B\\u202E\\u2066\\u200B\\u2028\\uD800",
        VisibleText.of("\u001b[2J\n\r\t\0\u007f\u009b\u202e\u2066\u200b\u2028\ud800"));
    assertEquals("\\U000E0041", VisibleText.of("\udb40\udc41"));
    assertEquals("\u200d\u200c", VisibleText.of("\u200d\u200c"), "joiners are part of words");
  }

  @Test
  void a_writer_lets_lines_through_and_nothing_that_its_encoding_lacks() {
    StringWriter written = new StringWriter();
    PrintWriter line = new PrintWriter(new SafeWriter(written, StandardCharsets.US_ASCII), true);
    line.printf("a\tb\u001b]0;x\u0007 M\u00fcnchen %s%n", "\ud83d\ude00");
    line.write('\u202e');
    line.flush();
    assertEquals(
        "a\tb\\u001B]0;x\\u0007 M\\u00FCnchen \\U0001F600" + System.lineSeparator() + "\\u202E",
        written.toString());
  }

  @Test
  void the_first_failure_is_kept() {
    SafeWriter writer = new SafeWriter(full(), StandardCharsets.UTF_8);
    new PrintWriter(writer, true).println("text");
    assertEquals("full", writer.failure().orElseThrow().getMessage());
  }

  private static Writer full() {
    return new Writer() {
      @Override
      public void write(char[] text, int offset, int length) throws IOException {
        throw new IOException("full");
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
