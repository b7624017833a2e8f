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

  /**
   * Reads up to the first byte of the body; interim answers (1xx) are passed over and count against
   * the same limits of 32 KiB and 100 fields.
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
    return redirects ? values("location").stream().findFirst() : Optional.empty();
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
      for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
        Matcher field = FIELD.matcher(line);
        if (!field.matches() || fieldsLeft-- == 0) throw HttpLines.malformed();
        fields
            .computeIfAbsent(field.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
            .add(field.group(2).strip());
      }
      return new ResponseHead(Integer.parseInt(status.group(1)), fields);
    }
  }
}
