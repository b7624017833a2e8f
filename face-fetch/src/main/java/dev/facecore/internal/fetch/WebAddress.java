package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An http or https address, taken apart strictly: there is one reading of it, and that is what is
 * checked and connected to.
 *
 * @param secure whether it is https
 * @param target path and query in ASCII, free of blanks and control characters
 */
record WebAddress(boolean secure, Host host, int port, String target) {
  private static final int LONGEST = 8192;
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
  private static final Pattern AFTER_SCHEME = Pattern.compile("//([^/?]+)(.*)");

  /**
   * Reads an absolute address; a fragment is left out.
   *
   * @throws ImageException if it is malformed, not http or https, or holds a user name
   */
  static WebAddress parse(String address) {
    return absolute(withoutFragment(checked(address, false)));
  }

  private static WebAddress absolute(String address) {
    Matcher scheme = SCHEME.matcher(address);
    if (!scheme.matches()) throw notWeb();
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    if (!name.equals("http") && !name.equals("https")) throw notWeb();
    Matcher rest = AFTER_SCHEME.matcher(scheme.group(2));
    if (!rest.matches()) {
      throw new ImageException("The address has no host; write http://host/path.");
    }
    return of(name.equals("https"), rest.group(1), rest.group(2));
  }

  /**
   * Where a redirect from here leads.
   *
   * @param location as the server wrote it, absolute or relative; blanks in its path and query are
   *     encoded, as browsers do
   * @throws ImageException as {@link #parse}
   */
  WebAddress redirect(String location) {
    String to = withoutFragment(checked(location.trim(), true));
    return SCHEME.matcher(to).matches() ? absolute(to) : relative(to);
  }

  /** Host and port as a Host field writes them (RFC 9110, section 7.2). */
  String authority() {
    return port == defaultPort(secure) ? host.written() : host.written() + ":" + port;
  }

  private WebAddress relative(String to) {
    if (to.startsWith("//")) return absolute((secure ? "https:" : "http:") + to);
    String path = target.substring(0, indexOrEnd(target, '?'));
    String absolute;
    if (to.isEmpty()) absolute = target;
    else if (to.startsWith("/")) absolute = to;
    else if (to.startsWith("?")) absolute = path + to;
    else absolute = path.substring(0, path.lastIndexOf('/') + 1) + to;
    return new WebAddress(secure, host, port, RequestTarget.of(absolute));
  }

  private static WebAddress of(boolean secure, String authority, String target) {
    if (authority.indexOf('@') >= 0) {
      throw new ImageException(
          "The address contains a user name or password, which is refused; leave it out.");
    }
    int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
    int port = colon < 0 ? defaultPort(secure) : Ports.parse(authority.substring(colon + 1));
    Host host = Host.parse(colon < 0 ? authority : authority.substring(0, colon));
    return new WebAddress(secure, host, port, RequestTarget.of(target));
  }

  private static String checked(String text, boolean blanks) {
    if (text.length() > LONGEST) {
      throw new ImageException(
          "The address is longer than " + LONGEST + " characters; give a shorter one.");
    }
    // Browsers drop or turn such characters; a reader that keeps them sees another host.
    boolean clean =
        text.codePoints()
            .noneMatch(
                c ->
                    c == '\\'
                        || Character.isISOControl(c)
                        || (!blanks && Character.isSpaceChar(c)));
    // A lone surrogate has no bytes to ask for.
    if (!clean || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new ImageException(
          "The address contains a blank, a backslash or a control character; percent-encode it.");
    }
    return text;
  }

  private static String withoutFragment(String text) {
    return text.substring(0, indexOrEnd(text, '#'));
  }

  private static int indexOrEnd(String text, char wanted) {
    int at = text.indexOf(wanted);
    return at < 0 ? text.length() : at;
  }

  private static int defaultPort(boolean secure) {
    return secure ? 443 : 80;
  }

  private static ImageException notWeb() {
    return new ImageException("The address must begin with http:// or https://.");
  }
}
