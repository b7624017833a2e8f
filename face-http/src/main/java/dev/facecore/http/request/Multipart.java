package dev.facecore.http.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.facecore.http.exchange.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Takes multipart/form-data apart as it streams in (RFC 7578; RFC 2046, section 5.1). Holds one
 * window of the body, however long its parts are. Not thread-safe.
 */
final class Multipart {
  /** Of a part's head, and of what comes before the first part; in bytes. */
  static final int LONGEST_HEAD = 8 * 1024;

  private static final byte[] LINE_END = {'\r', '\n'};

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] window = new byte[64 * 1024];
  private int position;
  private int end;
  private boolean begun;

  Multipart(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    // A delimiter begins with the end of a line, which the first one need not have.
    System.arraycopy(LINE_END, 0, window, 0, LINE_END.length);
    end = LINE_END.length;
  }

  /**
   * Moves on to the next part, whose content is to be read next; empty after the last one, when the
   * whole body has been read.
   *
   * @throws Problem if the body is no such form
   */
  Optional<PartHead> next() throws IOException {
    if (!begun) readContent(new Preamble());
    begun = true;
    int next = nextByte();
    if (next == '-' && nextByte() == '-') {
      in.transferTo(OutputStream.nullOutputStream());
      return Optional.empty();
    }
    while (next == ' ' || next == '\t') next = nextByte();
    if (next != '\r' || nextByte() != '\n') {
      throw Problem.badRequest("The form has a boundary that does not end its line.");
    }
    return Optional.of(readHead());
  }

  private PartHead readHead() throws IOException {
    PartHead.Builder head = new PartHead.Builder();
    int left = LONGEST_HEAD;
    for (String line = readLine(left); !line.isEmpty(); line = readLine(left)) {
      left -= line.length();
      head.add(line);
    }
    return head.build();
  }

  // Browsers write names in UTF-8.
  private String readLine(int longest) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = nextByte(); next != '\n'; next = nextByte()) {
      if (line.size() > longest) {
        throw Problem.badRequest(
            "The form has a part whose header is longer than " + LONGEST_HEAD + " bytes.");
      }
      line.write(next);
    }
    String text = line.toString(UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private int nextByte() throws IOException {
    if (position == end) fill();
    return window[position++] & 0xff;
  }

  /** Hands on what is left of the current part, piece by piece. */
  void readContent(OutputStream target) throws IOException {
    int found = find();
    while (found < 0) {
      // The last bytes may be the beginning of a delimiter.
      int whole = Math.max(0, end - position - delimiter.length + 1);
      target.write(window, position, whole);
      position += whole;
      fill();
      found = find();
    }
    target.write(window, position, found - position);
    position = found + delimiter.length;
  }

  private int find() {
    for (int at = position; at <= end - delimiter.length; at++) {
      if (window[at] == '\r' && isDelimiter(at)) return at;
    }
    return -1;
  }

  private boolean isDelimiter(int at) {
    for (int i = 1; i < delimiter.length; i++) {
      if (window[at + i] != delimiter[i]) return false;
    }
    return true;
  }

  /** Reads on behind what is left in the window. */
  private void fill() throws IOException {
    System.arraycopy(window, position, window, 0, end - position);
    end -= position;
    position = 0;
    int read = in.read(window, end, window.length - end);
    if (read < 0) {
      throw Problem.badRequest(
          begun
              ? "The form ends early: its last boundary is missing."
              : "The form does not have the boundary that its Content-Type names.");
    }
    end += read;
  }

  /** What may stand before the first part means nothing, and there is little of it. */
  private static final class Preamble extends OutputStream {
    private int length;

    @Override
    public void write(int value) {
      write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      length += count;
      if (length > LONGEST_HEAD) {
        throw Problem.badRequest(
            "The form does not begin with the boundary that its Content-Type names.");
      }
    }
  }
}
