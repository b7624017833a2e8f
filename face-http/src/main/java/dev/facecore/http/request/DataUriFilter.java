package dev.facecore.http.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes {@code data:…;base64,} off the beginning of JSON strings while they stream by, so that what
 * follows can be decoded as it arrives. The media type is not looked at: it is not trusted.
 *
 * <p>A string that begins like a data URI but is none within {@value #MAX_PREFIX} bytes passes
 * unchanged.
 */
final class DataUriFilter extends FilterInputStream {
  private static final byte[] SCHEME = "data:".getBytes(StandardCharsets.US_ASCII);
  private static final String ENCODING = ";base64";
  private static final int MAX_PREFIX = 256;

  private final byte[] window = new byte[64 * 1024];
  private int position;
  private int end;
  private boolean inString;
  private boolean escaped;

  DataUriFilter(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) return 0;
    if (position == end && !fill(1)) return -1;
    int written = 0;
    while (written < length && position < end) {
      byte next = window[position++];
      buffer[offset + written++] = next;
      if (opensString(next)) skipPrefix();
    }
    return written;
  }

  /** Keeps track of where strings begin and end; true for a quotation mark that opens one. */
  private boolean opensString(byte next) {
    if (escaped) {
      escaped = false;
    } else if (next == '\\') {
      escaped = inString;
    } else if (next == '"') {
      inString = !inString;
      return inString;
    }
    return false;
  }

  private void skipPrefix() throws IOException {
    for (int i = 0; i < SCHEME.length; i++) {
      if (!fill(i + 1) || window[position + i] != SCHEME[i]) return;
    }
    for (int length = SCHEME.length; length < MAX_PREFIX && fill(length + 1); length++) {
      byte next = window[position + length];
      if (next == '"') return;
      if (next == ',') {
        String prefix = new String(window, position, length, StandardCharsets.ISO_8859_1);
        if (prefix.endsWith(ENCODING)) position += length + 1;
        return;
      }
    }
  }

  /** Sees to it that {@code count} bytes are in the window; false at the end of the data. */
  private boolean fill(int count) throws IOException {
    if (window.length - position < MAX_PREFIX + 1) {
      System.arraycopy(window, position, window, 0, end - position);
      end -= position;
      position = 0;
    }
    while (end - position < count) {
      int read = in.read(window, end, window.length - end);
      if (read < 0) return false;
      end += read;
    }
    return true;
  }

  @Override
  public int available() throws IOException {
    return end - position;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
