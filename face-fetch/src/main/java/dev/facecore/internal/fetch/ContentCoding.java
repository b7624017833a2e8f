package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes the Content-Encoding of a body (RFC 9110, section 8.4).
 *
 * <p>None is asked for, but some servers compress whatever was asked, and some storage services
 * send the header of an upload, such as {@code aws-chunked}, with bytes that are plain. So a coding
 * is undone where the bytes have it, and names of other things are passed over.
 */
final class ContentCoding {
  private static final Set<String> NOT_UNDERSTOOD =
      Set.of("br", "zstd", "compress", "x-compress", "dcb", "dcz");
  private static final int MOST = 3;
  private static final int ZLIB_METHOD = 8;

  private ContentCoding() {}

  /**
   * The bytes before the codings were applied. Each coding takes at most {@code maxBytes} and gives
   * at most as many, so that the work is bounded whatever the bytes are.
   *
   * @param codings in the order in which they were applied
   * @throws ImageException if the result is larger, or the bytes are damaged or in a coding that is
   *     not understood
   */
  static byte[] decode(List<String> codings, byte[] body, long maxBytes) {
    if (codings.size() > MOST) throw HttpLines.malformed();
    byte[] decoded = body;
    for (int i = codings.size() - 1; i >= 0; i--) {
      String coding = codings.get(i).toLowerCase(Locale.ROOT);
      if (NOT_UNDERSTOOD.contains(coding)) throw notUnderstood(coding);
      boolean gzip = coding.equals("gzip") || coding.equals("x-gzip");
      if (gzip && isGzip(decoded)) decoded = gunzip(decoded, maxBytes);
      if (coding.equals("deflate")) decoded = inflate(decoded, maxBytes);
    }
    return decoded;
  }

  private static boolean isGzip(byte[] body) {
    return body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
  }

  private static byte[] gunzip(byte[] body, long maxBytes) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body), 8192)) {
      return ResponseBody.readToEnd(in, maxBytes);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  // Meant is zlib's format, but some servers send bare deflated data.
  private static byte[] inflate(byte[] body, long maxBytes) {
    boolean zlib =
        body.length > 1
            && (body[0] & 0x0f) == ZLIB_METHOD
            && ((body[0] & 0xff) << 8 | (body[1] & 0xff)) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(body), inflater, 8192)) {
      return ResponseBody.readToEnd(in, maxBytes);
    } catch (IOException e) {
      if (!zlib) return body;
      throw damaged(e);
    } finally {
      inflater.end(); // native memory, and the stream leaves it to whoever made it
    }
  }

  private static ImageException damaged(IOException cause) {
    return new ImageException(
        "The server sent the image compressed, and the compressed data are damaged; try again, or"
            + " send the image itself.",
        cause);
  }

  private static ImageException notUnderstood(String coding) {
    return new ImageException(
        "The server sent the image compressed ("
            + coding
            + ") though this was not asked for; send the image itself.");
  }
}
