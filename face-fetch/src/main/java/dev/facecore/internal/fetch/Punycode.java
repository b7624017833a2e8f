package dev.facecore.internal.fetch;

/** Writes a label of a host name in ASCII, without the prefix {@code xn--} (RFC 3492). */
final class Punycode {
  private static final int BASE = 36;
  private static final int MIN_THRESHOLD = 1;
  private static final int MAX_THRESHOLD = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE = 0x80;

  private Punycode() {}

  /**
   * Encodes one label.
   *
   * @param label at most a few hundred characters: the numbers of the algorithm fit an int then
   */
  static String encode(String label) {
    int[] points = label.codePoints().toArray();
    StringBuilder ascii = new StringBuilder(2 * points.length);
    for (int point : points) {
      if (point < FIRST_CODE) ascii.append((char) point);
    }
    int basic = ascii.length();
    if (basic > 0) ascii.append('-');
    int next = FIRST_CODE;
    int delta = 0;
    int bias = FIRST_BIAS;
    for (int written = basic; written < points.length; next++, delta++) {
      int smallest = smallestFrom(next, points);
      delta += (smallest - next) * (written + 1);
      next = smallest;
      for (int point : points) {
        if (point < next) delta++;
        if (point != next) continue;
        appendNumber(delta, bias, ascii);
        bias = adapted(delta, written + 1, written == basic);
        delta = 0;
        written++;
      }
    }
    return ascii.toString();
  }

  private static int smallestFrom(int least, int[] points) {
    int smallest = Integer.MAX_VALUE;
    for (int point : points) {
      if (point >= least && point < smallest) smallest = point;
    }
    return smallest;
  }

  private static void appendNumber(int number, int bias, StringBuilder ascii) {
    int left = number;
    for (int k = BASE; ; k += BASE) {
      int threshold = Math.max(MIN_THRESHOLD, Math.min(MAX_THRESHOLD, k - bias));
      if (left < threshold) break;
      ascii.append(digit(threshold + (left - threshold) % (BASE - threshold)));
      left = (left - threshold) / (BASE - threshold);
    }
    ascii.append(digit(left));
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int adapted(int delta, int points, boolean first) {
    int left = first ? delta / DAMP : delta / 2;
    left += left / points;
    int k = 0;
    for (; left > (BASE - MIN_THRESHOLD) * MAX_THRESHOLD / 2; k += BASE) {
      left /= BASE - MIN_THRESHOLD;
    }
    return k + (BASE - MIN_THRESHOLD + 1) * left / (left + SKEW);
  }
}
