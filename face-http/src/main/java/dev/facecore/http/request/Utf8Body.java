package dev.facecore.http.request;

import dev.facecore.http.exchange.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** JSON between systems is UTF-8 (RFC 8259, section 8.1); a byte order mark may be ignored. */
final class Utf8Body {
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private Utf8Body() {}

  /**
   * The body without its mark.
   *
   * @throws Problem if it is of another encoding: UTF-16 and UTF-32 have a mark or a zero at the
   *     begin
   */
  static InputStream of(InputStream body) throws IOException {
    byte[] begin = body.readNBytes(MARK.length);
    if (Arrays.equals(begin, MARK)) return body;
    for (byte one : begin) {
      if (one == 0 || one == (byte) 0xff || one == (byte) 0xfe) {
        throw Problem.badRequest("The body must be JSON in UTF-8.");
      }
    }
    PushbackInputStream whole = new PushbackInputStream(body, MARK.length);
    whole.unread(begin);
    return whole;
  }
}
