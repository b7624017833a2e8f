package dev.facecore.internal.fetch;

/** Which names are likely to be answered by the same name servers. */
final class Domains {
  private static final int SHORT = 3;

  private Domains() {}

  /**
   * The last two labels of a name; three where the second to last is as short as that of {@code
   * co.uk} and below a country, because anybody can have a name there.
   */
  static String of(String name) {
    String[] labels = name.split("\\.");
    int last = labels.length - 1;
    if (last < 2) return name;
    boolean shared = labels[last].length() == 2 && labels[last - 1].length() <= SHORT;
    String two = labels[last - 1] + "." + labels[last];
    return shared ? labels[last - 2] + "." + two : two;
  }
}
