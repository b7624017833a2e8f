package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host of an address: a name in lower-case ASCII, or an IP address.
 *
 * <p>A name never has a form that some resolver would take for an IP address: what ends in a number
 * must be four plain decimal numbers, so the short, octal, hexadecimal and single-number spellings
 * of IPv4 are refused. (The same test as in the URL Standard, "ends in a number".)
 *
 * @param name without brackets and trailing dot
 * @param literal the IP address, if the host is one
 */
record Host(String name, Optional<InetAddress> literal) {
  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*]");
  private static final int LONGEST_NAME = 253; // RFC 1035, without the root's dot

  /**
   * Reads the host as written in an address, IPv6 in brackets.
   *
   * @throws ImageException if it is neither a host name nor an IP address
   */
  static Host parse(String written) {
    if (written.startsWith("[")) return ipv6(written);
    String name = ascii(written);
    if (name.endsWith(".")) name = name.substring(0, name.length() - 1);
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) throw malformed();
    if (!ENDS_IN_NUMBER.matcher(name).matches()) return new Host(name, Optional.empty());
    if (!IPV4.matcher(name).matches()) throw malformed();
    return ofLiteral(name);
  }

  /** As an address or a Host field writes it. */
  String written() {
    return name.indexOf(':') < 0 ? name : "[" + name + "]";
  }

  private static Host ipv6(String written) {
    if (!IPV6.matcher(written).matches()) throw malformed();
    return ofLiteral(written.substring(1, written.length() - 1).toLowerCase(Locale.ROOT));
  }

  private static Host ofLiteral(String text) {
    try {
      // The colon or the four numbers make sure that nothing is looked up.
      return new Host(text, Optional.of(InetAddress.getByName(text)));
    } catch (UnknownHostException e) {
      throw malformed();
    }
  }

  /** Full-width digits, circled letters and foreign full stops become ASCII before any check. */
  private static String ascii(String written) {
    if (ForeignName.isAscii(written)) return written.toLowerCase(Locale.ROOT);
    return ForeignName.ascii(written).orElseThrow(Host::uncertain);
  }

  private static ImageException uncertain() {
    return new ImageException(
        "The address has a host name in letters that programs read in different ways; write the"
            + " name in its ASCII form, xn--...");
  }

  private static ImageException malformed() {
    return new ImageException(
        "The address has a malformed host; give a host name, four decimal numbers, or IPv6 in"
            + " brackets.");
  }
}
