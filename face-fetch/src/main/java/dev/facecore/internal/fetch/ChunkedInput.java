package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The data inside a chunked body (RFC 9112, section 7.1), without extensions and trailers.
 *
 * <p>Reads throw {@link ImageException} if a chunk is malformed, the body ends within one, or there
 * is more framing than data: chunks of a byte each are work for nothing. Closing does not close the
 * connection.
 */
final class ChunkedInput extends InputStream {
  private static final int LONGEST_SIZE_LINE = 1024; // extensions included
  private static final int MOST_SIZE_DIGITS = 15;
  private static final int MOST_TRAILER_BYTES = 8192;
  private static final long FRAMING_ALLOWED = 64 << 10; // beside one byte for each of data

  private final InputStream in;
  private long left;
  private long data;
  private long framing;
  private boolean started;
  private boolean ended;

  /**
   * @param in buffered, because framing is read byte by byte
   */
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
    data += count;
    return count;
  }

  private void nextChunk() throws IOException {
    if (started) endChunk();
    started = true;
    left = size();
    if (left > 0) return;
    ended = true;
    skipTrailers();
  }

  // Exactly CR LF: a lone LF would hide a size that is one byte too large.
  private void endChunk() throws IOException {
    if (next() != '\r' || next() != '\n') throw HttpLines.malformed();
  }

  private long size() throws IOException {
    long size = 0;
    int digits = 0;
    int next = next();
    for (int digit = hex(next); digit >= 0; digit = hex(next)) {
      if (++digits > MOST_SIZE_DIGITS) throw HttpLines.malformed();
      size = size << 4 | digit;
      next = next();
    }
    if (digits == 0) throw HttpLines.malformed();
    endSizeLine(next);
    return size;
  }

  private void endSizeLine(int first) throws IOException {
    int next = first;
    int length = MOST_SIZE_DIGITS;
    boolean extension = false;
    while (next != '\r' && next != '\n') {
      extension |= next == ';';
      boolean allowed = extension ? next != 0 : next == ' ' || next == '\t';
      if (!allowed || ++length > LONGEST_SIZE_LINE) throw HttpLines.malformed();
      next = next();
    }
    if (next == '\r' && next() != '\n') throw HttpLines.malformed();
  }

  private static int hex(int character) {
    return character < 0x80 ? Character.digit(character, 16) : -1;
  }

  private int next() throws IOException {
    int next = in.read();
    if (next < 0) throw ResponseBody.endsEarly();
    if (++framing > FRAMING_ALLOWED + data) throw HttpLines.malformed();
    return next;
  }

  private void skipTrailers() throws IOException {
    HttpLines trailers = new HttpLines(in, MOST_TRAILER_BYTES);
    boolean more = true;
    while (more) more = !trailers.next().isEmpty();
  }
}
