package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads the body of a response: chunked, of a stated length, or until the server closes. */
final class ResponseBody {
  private ResponseBody() {}

  /**
   * The body as the server framed it, with its content coding undone. A stated length over the
   * limit is refused before reading, and bytes are counted whatever was stated; what follows a
   * stated length is not read.
   *
   * <p>Where a body is chunked, a stated length beside it is ignored, as is one that is not a
   * number: the connection carries one answer only, so that nothing can hide behind it.
   *
   * @throws ImageException if the body is larger than allowed, before or after decoding, ends
   *     early, or cannot be decoded
   */
  static byte[] read(ResponseHead head, InputStream in, long maxBytes) throws IOException {
    byte[] body = framed(head, in, maxBytes);
    return ContentCoding.decode(parts(head, "content-encoding").toList(), body, maxBytes);
  }

  private static byte[] framed(ResponseHead head, InputStream in, long maxBytes)
      throws IOException {
    if (isChunked(head)) return readToEnd(new ChunkedInput(in), maxBytes);
    OptionalLong length = length(head);
    if (length.isEmpty()) return readToEnd(in, maxBytes);
    if (length.getAsLong() > maxBytes) throw ImageException.tooLarge(maxBytes);
    byte[] body = in.readNBytes((int) length.getAsLong());
    if (body.length < length.getAsLong()) throw endsEarly();
    return body;
  }

  static ImageException endsEarly() {
    return new ImageException(
        "The server's answer ends early; try again, or send the image itself.");
  }

  /** All bytes, refused as too large where they are more than allowed. */
  static byte[] readToEnd(InputStream in, long maxBytes) throws IOException {
    byte[] body = in.readNBytes((int) maxBytes + 1);
    if (body.length > maxBytes) throw ImageException.tooLarge(maxBytes);
    return body;
  }

  private static boolean isChunked(ResponseHead head) {
    List<String> codings =
        parts(head, "transfer-encoding")
            .filter(coding -> !coding.equalsIgnoreCase("identity"))
            .toList();
    if (codings.isEmpty()) return false;
    if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
      throw HttpLines.malformed();
    }
    return true;
  }

  private static OptionalLong length(ResponseHead head) {
    List<String> lengths =
        parts(head, "content-length").filter(text -> text.matches("[0-9]+")).distinct().toList();
    if (lengths.isEmpty()) return OptionalLong.empty();
    if (lengths.size() > 1) throw HttpLines.malformed();
    String digits = lengths.get(0);
    return OptionalLong.of(digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits));
  }

  private static Stream<String> parts(ResponseHead head, String field) {
    return head.values(field).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }
}
