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
   * The body as the server framed it. A stated length over the limit is refused before reading, and
   * bytes are counted whatever was stated; what follows a stated length is not read.
   *
   * @throws ImageException if the body is larger than allowed, ends early, is compressed or is
   *     framed in a way that two readers would understand differently
   */
  static byte[] read(ResponseHead head, InputStream in, long maxBytes) throws IOException {
    refuseCompressed(head);
    boolean chunked = isChunked(head);
    OptionalLong length = length(head);
    if (chunked && length.isPresent()) throw HttpLines.malformed();
    if (length.isEmpty()) return readToEnd(chunked ? new ChunkedInput(in) : in, maxBytes);
    if (length.getAsLong() > maxBytes) throw tooLarge(maxBytes);
    byte[] body = in.readNBytes((int) length.getAsLong());
    if (body.length < length.getAsLong()) throw endsEarly();
    return body;
  }

  static ImageException endsEarly() {
    return new ImageException(
        "the server's answer ends early; try again, or send the picture itself");
  }

  private static byte[] readToEnd(InputStream in, long maxBytes) throws IOException {
    byte[] body = in.readNBytes((int) maxBytes + 1);
    if (body.length > maxBytes) throw tooLarge(maxBytes);
    return body;
  }

  private static void refuseCompressed(ResponseHead head) {
    boolean plain =
        parts(head, "content-encoding").allMatch(coding -> coding.equalsIgnoreCase("identity"));
    if (!plain) {
      throw new ImageException(
          "the server sent the picture compressed though this was not asked for; send the picture"
              + " itself");
    }
  }

  private static boolean isChunked(ResponseHead head) {
    List<String> codings = parts(head, "transfer-encoding").toList();
    if (codings.isEmpty()) return false;
    if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
      throw HttpLines.malformed();
    }
    return true;
  }

  private static OptionalLong length(ResponseHead head) {
    List<String> lengths = parts(head, "content-length").distinct().toList();
    if (head.values("content-length").isEmpty()) return OptionalLong.empty();
    if (lengths.size() != 1 || !lengths.get(0).matches("[0-9]{1,18}")) throw HttpLines.malformed();
    return OptionalLong.of(Long.parseLong(lengths.get(0)));
  }

  private static Stream<String> parts(ResponseHead head, String field) {
    return head.values(field).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }

  private static ImageException tooLarge(long maxBytes) {
    return new ImageException(
        "the picture is larger than the limit of " + maxBytes + " bytes; send a smaller one");
  }
}
