package dev.facecore.console.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments of this process as they were typed. Java reads them in the encoding of the locale
 * and replaces what it cannot read, so that a file with such a name could not be named.
 */
public final class RawArguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private RawArguments() {}

  /**
   * Returns the arguments as texts for {@link PathText#path}, from the system where it tells them.
   *
   * @param arguments as Java gave them to the main method
   */
  public static String[] of(String[] arguments) {
    try {
      if (Files.isReadable(COMMAND_LINE)) {
        return of(arguments, Files.readAllBytes(COMMAND_LINE), localeCharset());
      }
    } catch (IOException e) {
      // What Java made of them is all there is.
    }
    return escaped(arguments);
  }

  /** What was typed is not in the command line where it came from a file of arguments. */
  static String[] of(String[] arguments, byte[] commandLine, Charset locale) {
    List<byte[]> typed = split(commandLine);
    int options = typed.size() - arguments.length;
    if (options < 0) return escaped(arguments);
    String[] texts = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      byte[] raw = typed.get(options + i);
      if (!new String(raw, locale).equals(arguments[i])) return escaped(arguments);
      texts[i] = PathText.ofBytes(raw);
    }
    return texts;
  }

  private static List<byte[]> split(byte[] commandLine) {
    List<byte[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < commandLine.length; i++) {
      if (commandLine[i] != 0) continue;
      parts.add(Arrays.copyOfRange(commandLine, start, i));
      start = i + 1;
    }
    return parts;
  }

  private static String[] escaped(String[] arguments) {
    return Arrays.stream(arguments).map(PathText::escaped).toArray(String[]::new);
  }

  private static Charset localeCharset() {
    String name = System.getProperty("sun.jnu.encoding", "UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }
}
