package dev.facecore.http.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads origins of web pages (RFC 6454) into the form that browsers send. */
public final class Origins {
  /** Every origin. */
  public static final String ANY = "*";

  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z0-9+.-]*://)([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");
  private static final String ALLOWED =
      "Give origins such as https://example.org or http://localhost:8080, without a path and"
          + " separated by commas, or * alone.";

  private Origins() {}

  /**
   * The origins in lower case and without default ports.
   *
   * @throws SettingException if one is none, or if there are others beside {@code *}
   */
  static List<String> of(String variable, List<String> written) {
    if (written.equals(List.of(ANY))) return written;
    return written.stream().map(origin -> normalised(variable, origin)).distinct().toList();
  }

  private static String normalised(String variable, String written) {
    Matcher parts = FORM.matcher(written.toLowerCase(Locale.ROOT));
    if (!parts.matches()) throw new SettingException(variable, written, ALLOWED);
    String scheme = parts.group(1);
    String port = parts.group(3) == null ? "" : parts.group(3);
    boolean usual =
        scheme.equals("https://") && port.equals(":443")
            || scheme.equals("http://") && port.equals(":80");
    return scheme + parts.group(2) + (usual ? "" : port);
  }
}
