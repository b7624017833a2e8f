package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the lines of an HTTP message, never more bytes in all than is allowed. */
final class HttpLines {
  private final InputStream in;
  private int bytesLeft;

  /**
   * @param most bytes of all lines together, their ends included
   */
  HttpLines(InputStream in, int most) {
    this.in = in;
    bytesLeft = most;
  }

  /**
   * The next line without its end, CR LF or LF alone (RFC 9112, section 2.2).
   *
   * @throws ImageException if the bytes do not suffice, or the line is cut off or holds a CR or NUL
   */
  String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    while (bytesLeft-- > 0) {
      int next = in.read();
      if (next == '\n') return text(line);
      if (next < 0) throw ResponseBody.endsEarly();
      line.write(next);
    }
    throw malformed();
  }

  static ImageException malformed() {
    return new ImageException(
        "The server's answer is not proper HTTP; check the address, or send the image itself.");
  }

  private static String text(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.ISO_8859_1);
    if (text.endsWith("\r")) text = text.substring(0, text.length() - 1);
    if (text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0) throw malformed();
    return text;
  }
}
