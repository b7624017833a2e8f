package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status and header fields of an HTTP/1 response (RFC 9112).
 *
 * @param fields by their name in lower case, values in order of appearance
 */
record ResponseHead(int status, Map<String, List<String>> fields) {
  private static final int MOST_BYTES = 32 << 10;
  private static final int MOST_FIELDS = 100;
  // DOTALL: the byte 0x85, a part of many UTF-8 letters, would be a line's end otherwise.
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)", Pattern.DOTALL);

  private static final Pattern WHOLE = Pattern.compile("bytes 0-([0-9]{1,18})/([0-9]{1,18})");

  /**
   * Reads up to the first byte of the body; interim answers (1xx) are passed over and count against
   * the same limits of 32 KiB and 100 fields. A field on two lines is put together, and a line that
   * is not a field is passed over, as browsers do.
   *
   * @throws ImageException if it is not a proper head within these limits
   */
  static ResponseHead read(InputStream in) throws IOException {
    Reader reader = new Reader(in);
    ResponseHead head = reader.next();
    while (head.isInterim()) head = reader.next();
    return head;
  }

  /** All values of a field; the name in lower case. */
  List<String> values(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** Where the picture is instead, as the server wrote it. */
  Optional<String> redirect() {
    boolean redirects = status >= 301 && status <= 303 || status == 307 || status == 308;
    return redirects
        ? values("location").stream().findFirst().map(Location::text)
        : Optional.empty();
  }

  /** Whether what follows is a whole picture, as far as the head can tell. */
  boolean hasPicture() {
    // 204 and 205 have no body, and 206 has a part that nobody asked for, or the whole.
    if (status == 206) return values("content-range").stream().anyMatch(ResponseHead::isWhole);
    return status >= 200 && status <= 203 || status > 206 && status <= 299;
  }

  private static boolean isWhole(String range) {
    Matcher parts = WHOLE.matcher(range);
    return parts.matches() && Long.parseLong(parts.group(1)) + 1 == Long.parseLong(parts.group(2));
  }

  private boolean isInterim() {
    return status < 200 && status != 101;
  }

  private static final class Reader {
    private final HttpLines lines;
    private int fieldsLeft = MOST_FIELDS;

    Reader(InputStream in) {
      lines = new HttpLines(in, MOST_BYTES);
    }

    ResponseHead next() throws IOException {
      Matcher status = STATUS_LINE.matcher(lines.next());
      if (!status.matches()) throw HttpLines.malformed();
      Map<String, List<String>> fields = new HashMap<>();
      List<String> last = new ArrayList<>();
      for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
        if (fieldsLeft-- == 0) throw HttpLines.malformed();
        last =
            line.startsWith(" ") || line.startsWith("\t") ? longer(last, line) : add(line, fields);
      }
      return new ResponseHead(Integer.parseInt(status.group(1)), fields);
    }

    /** The values of the line's field; those of none if it is not a field. */
    private static List<String> add(String line, Map<String, List<String>> fields) {
      Matcher field = FIELD.matcher(line);
      if (!field.matches()) return new ArrayList<>();
      String name = field.group(1).toLowerCase(Locale.ROOT);
      List<String> values = fields.computeIfAbsent(name, first -> new ArrayList<>());
      values.add(field.group(2).strip());
      return values;
    }

    private static List<String> longer(List<String> values, String more) {
      int last = values.size() - 1;
      if (last >= 0) values.set(last, (values.get(last) + " " + more.strip()).strip());
      return values;
    }
  }
}
