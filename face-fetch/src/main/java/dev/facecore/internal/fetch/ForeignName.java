package dev.facecore.internal.fetch;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ASCII form of a host name in other letters, as browsers ask for it: UTS 46, non-transitional,
 * in which {@code ß} and {@code ς} are letters of their own.
 *
 * <p>The JDK's {@code IDN} follows IDNA 2003, whose name for {@code faß.de} belongs to somebody
 * else. Without UTS 46's table its mapping is computed from Unicode properties (NFKC and lower
 * case); a name with a character for which that is not sure to be the table's answer has no ASCII
 * form here, so that no other host is asked than the one that was meant.
 */
final class ForeignName {
  /** UTS 46's full stops beside the ASCII one. */
  private static final Pattern STOPS = Pattern.compile("[\u3002\uff0e\uff61]");

  private ForeignName() {}

  /** The name in lower-case ASCII; empty if it has none that is certain. */
  static Optional<String> ascii(String name) {
    StringBuilder mapped = new StringBuilder(name.length());
    int[] points = STOPS.matcher(name).replaceAll(".").codePoints().toArray();
    for (int point : points) {
      if (HostLetters.isIgnored(point)) continue;
      if (!HostLetters.isCertain(point)) return Optional.empty();
      mapped.append(mapped(point));
    }
    List<String> labels = labels(Normalizer.normalize(mapped, Form.NFC));
    boolean proper = labels.stream().allMatch(HostLetters::isLabel) && BidiRule.accepts(labels);
    return proper ? Optional.of(ascii(labels)) : Optional.empty();
  }

  /** Without the empty label of a full stop at the end. */
  private static List<String> labels(String name) {
    String relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return List.of(relative.split("\\.", -1));
  }

  private static String ascii(List<String> labels) {
    return labels.stream()
        .map(label -> isAscii(label) ? label : "xn--" + Punycode.encode(label))
        .collect(Collectors.joining("."));
  }

  /** What one character becomes: its parts in lower case. */
  private static String mapped(int point) {
    String parts = Normalizer.normalize(Character.toString(point), Form.NFKC);
    return Normalizer.normalize(parts.toLowerCase(Locale.ROOT), Form.NFKC);
  }

  static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
