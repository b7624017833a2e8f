package dev.facecore.internal.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Path and query as an HTTP request carries them. */
final class RequestTarget {
  /** Beside what is not ASCII; the path percent-encode set of the URL Standard. */
  private static final String ENCODED = " \"<>^`{}";

  private RequestTarget() {}

  /** Begins with a slash, has no dot segments (RFC 3986, section 5.2.4), and is ASCII. */
  static String of(String pathAndQuery) {
    int query = pathAndQuery.indexOf('?');
    String path = query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
    return encoded(withoutDots(path) + pathAndQuery.substring(path.length()));
  }

  private static String withoutDots(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean up = segments[i].equals("..");
      boolean dots = up || segments[i].equals(".");
      if (up) kept.pollLast();
      if (!dots) kept.add(segments[i]);
      else if (i == segments.length - 1) kept.add("");
    }
    return "/" + String.join("/", kept);
  }

  private static String encoded(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0 || ENCODED.indexOf(b) >= 0) ascii.append(String.format("%%%02X", b));
      else ascii.append((char) b);
    }
    return ascii.toString();
  }
}
