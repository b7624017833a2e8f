package dev.facecore.console.files;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Paths as text, one text for one path and the same in every locale.
 *
 * <p>On Unix a name is bytes, and {@link Path#toString()} replaces what the locale cannot read, so
 * that many names get one text. Here names are read as UTF-8 whatever the locale is; a byte that is
 * not UTF-8 is written {@code \xFC}, and the backslash of a name that holds such a text itself is
 * written {@code \x5C}. On Windows the text is that of the path.
 */
public final class PathText {
  private static final boolean ARE_NAMES_BYTES = File.separatorChar == '/';
  private static final boolean IS_LOCALE_UTF8 =
      "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
  private static final Pattern LIKE_ESCAPED = Pattern.compile("\\\\(?=x[0-9A-F]{2})");
  private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9A-F]{2})");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNESCAPED_IN_ADDRESSES = "-._~/";

  /** Absent where relative paths lead where they should. */
  private static final Optional<Path> WORKING_FOLDER = lostWorkingFolder();

  private PathText() {}

  /** Returns the text of a path. */
  public static String of(Path path) {
    String text = path.toString();
    return isExact(text) ? text : ofBytes(bytes(path));
  }

  /** Returns the text of a path in bytes. */
  static String ofBytes(byte[] name) {
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer left = ByteBuffer.wrap(name);
    StringBuilder text = new StringBuilder(name.length);
    while (left.hasRemaining()) {
      CharBuffer readable = CharBuffer.allocate(left.remaining());
      CoderResult end = utf8.reset().decode(left, readable, true);
      text.append(escaped(readable.flip().toString()));
      for (int i = 0; i < (end.isMalformed() ? end.length() : 0); i++) {
        text.append("\\x").append(HEX.toHexDigits(left.get()));
      }
    }
    return text.toString();
  }

  /** Returns the text that stands for a path which was typed as this. */
  static String escaped(String typed) {
    return ARE_NAMES_BYTES ? LIKE_ESCAPED.matcher(typed).replaceAll("\\\\x5C") : typed;
  }

  /**
   * Returns the path with a text that {@link #of} made, or was given by {@link RawArguments}.
   *
   * @throws InvalidPathException if it cannot be the name of a file here
   */
  public static Path path(String text) {
    Path path = ARE_NAMES_BYTES && !isExact(text) ? ofAddress(text) : Path.of(text);
    return path.isAbsolute() ? path : WORKING_FOLDER.map(f -> f.resolve(path)).orElse(path);
  }

  /** Returns a file in a folder, by its name as in a list of names. */
  public static Path resolve(Path folder, String name) {
    return path(of(folder) + File.separatorChar + escaped(name));
  }

  /** Returns a path as it stands in an address, with every byte of it. */
  public static String percentEncoded(Path path) {
    return ARE_NAMES_BYTES
        ? percentEncoded(bytes(path))
        : percentEncoded(
            path.toString().replace(File.separatorChar, '/').getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isExact(String text) {
    if (!ARE_NAMES_BYTES) return true;
    if (IS_LOCALE_UTF8) {
      return text.indexOf('\ufffd') < 0 && !LIKE_ESCAPED.matcher(text).find();
    }
    return text.chars().allMatch(c -> c < 0x80) && !LIKE_ESCAPED.matcher(text).find();
  }

  // The address is the only form in which Java gives the bytes away and takes them.
  private static byte[] bytes(Path path) {
    String address = path.getFileSystem().getPath("/").resolve(path).toUri().getRawPath();
    int start = path.isAbsolute() ? 0 : 1;
    boolean isMarkedAsFolder = address.length() > 1 && address.endsWith("/");
    int end = address.length() - (isMarkedAsFolder ? 1 : 0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(end);
    for (int i = start; i < end; i++) {
      boolean isEscaped = address.charAt(i) == '%';
      bytes.write(isEscaped ? HexFormat.fromHexDigits(address, i + 1, i + 3) : address.charAt(i));
      if (isEscaped) i += 2;
    }
    return bytes.toByteArray();
  }

  private static Path ofAddress(String text) {
    var name = new ByteArrayOutputStream(text.length());
    int from = 0;
    for (var escape = ESCAPED.matcher(text); escape.find(); from = escape.end()) {
      name.writeBytes(text.substring(from, escape.start()).getBytes(StandardCharsets.UTF_8));
      name.write(HexFormat.fromHexDigits(escape.group(1)));
    }
    name.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
    String address = percentEncoded(name.toByteArray()).replaceFirst("^/+", "");
    try {
      Path path = Path.of(URI.create("file:///" + address));
      return text.startsWith("/") ? path : path.subpath(0, path.getNameCount());
    } catch (IllegalArgumentException e) {
      throw new InvalidPathException(text, "not the name of a file");
    }
  }

  private static String percentEncoded(byte[] bytes) {
    StringBuilder address = new StringBuilder(bytes.length);
    for (byte one : bytes) {
      boolean isPlain =
          one > 0 && (Character.isLetterOrDigit(one) || UNESCAPED_IN_ADDRESSES.indexOf(one) >= 0);
      if (isPlain) address.append((char) one);
      else address.append('%').append(HEX.toHexDigits(one));
    }
    return address.toString();
  }

  // Java keeps the working folder as a text, which leads nowhere if the locale cannot read it.
  private static Optional<Path> lostWorkingFolder() {
    if (!ARE_NAMES_BYTES || Files.exists(Path.of("").toAbsolutePath())) return Optional.empty();
    try {
      return Optional.of(Path.of("/proc/self/cwd").toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
