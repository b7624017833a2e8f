package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data inside a chunked body (RFC 9112, section 7.1), without extensions and trailers.
 *
 * <p>Reads throw {@link ImageException} if a chunk is malformed or the body ends within one.
 * Closing does not close the connection.
 */
final class ChunkedInput extends InputStream {
  private static final int LONGEST_SIZE_LINE = 1024; // extensions included
  private static final int MOST_TRAILER_BYTES = 8192;
  private static final Pattern SIZE =
      Pattern.compile("([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?", Pattern.DOTALL);

  private final InputStream in;
  private long left;
  private boolean started;
  private boolean ended;

  ChunkedInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int at, int most) throws IOException {
    if (most == 0) return 0;
    if (left == 0 && !ended) nextChunk();
    if (ended) return -1;
    int count = in.read(into, at, (int) Math.min(most, left));
    if (count < 0) throw ResponseBody.endsEarly();
    left -= count;
    return count;
  }

  private void nextChunk() throws IOException {
    if (started) endChunk();
    started = true;
    Matcher size = SIZE.matcher(new HttpLines(in, LONGEST_SIZE_LINE).next());
    if (!size.matches()) throw HttpLines.malformed();
    left = Long.parseLong(size.group(1), 16);
    if (left > 0) return;
    ended = true;
    skipTrailers();
  }

  // Exactly CR LF: a lone LF would hide a size that is one byte too large.
  private void endChunk() throws IOException {
    for (char expected : new char[] {'\r', '\n'}) {
      int next = in.read();
      if (next < 0) throw ResponseBody.endsEarly();
      if (next != expected) throw HttpLines.malformed();
    }
  }

  private void skipTrailers() throws IOException {
    HttpLines trailers = new HttpLines(in, MOST_TRAILER_BYTES);
    boolean more = true;
    while (more) more = !trailers.next().isEmpty();
  }
}
