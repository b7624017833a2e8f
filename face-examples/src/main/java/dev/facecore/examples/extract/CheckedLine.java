package dev.facecore.examples.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A line of a file with a checksum at its head, so that damage to any byte of it is noticed. */
public final class CheckedLine {
  private static final int DIGITS = 8;
  private static final HexFormat HEX = HexFormat.of();

  private CheckedLine() {}

  /**
   * Returns the line with its end.
   *
   * @param content without an end of line
   */
  public static byte[] of(byte[] content) {
    byte[] line = Arrays.copyOf(checksum(content, 0, content.length), DIGITS + content.length + 2);
    line[DIGITS] = ' ';
    System.arraycopy(content, 0, line, DIGITS + 1, content.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** Returns the content of a line with its end; empty if it is not as it was written. */
  public static Optional<byte[]> content(byte[] line) {
    int length = line.length - DIGITS - 2;
    boolean isWhole = length >= 0 && line[DIGITS] == ' ' && line[line.length - 1] == '\n';
    if (!isWhole) return Optional.empty();
    byte[] checksum = checksum(line, DIGITS + 1, length);
    return Arrays.equals(checksum, 0, DIGITS, line, 0, DIGITS)
        ? Optional.of(Arrays.copyOfRange(line, DIGITS + 1, line.length - 1))
        : Optional.empty();
  }

  private static byte[] checksum(byte[] content, int start, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(content, start, length);
    return HEX.toHexDigits((int) checksum.getValue()).getBytes(StandardCharsets.US_ASCII);
  }
}
