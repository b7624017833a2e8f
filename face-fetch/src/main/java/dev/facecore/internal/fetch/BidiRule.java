package dev.facecore.internal.fetch;

import java.util.BitSet;
import java.util.List;

/** Which labels may stand together in a name with letters that run from right to left: RFC 5893. */
final class BidiRule {
  private static final BitSet RIGHT_TO_LEFT_MARKERS =
      set(
          Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER);
  private static final BitSet NEUTRAL =
      set(
          Character.DIRECTIONALITY_EUROPEAN_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
          Character.DIRECTIONALITY_OTHER_NEUTRALS,
          Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
          Character.DIRECTIONALITY_NONSPACING_MARK);
  private static final BitSet IN_RIGHT_TO_LEFT = union(RIGHT_TO_LEFT_MARKERS, NEUTRAL);
  private static final BitSet IN_LEFT_TO_RIGHT =
      union(set(Character.DIRECTIONALITY_LEFT_TO_RIGHT), NEUTRAL);
  private static final BitSet ENDS_RIGHT_TO_LEFT =
      union(RIGHT_TO_LEFT_MARKERS, set(Character.DIRECTIONALITY_EUROPEAN_NUMBER));
  private static final BitSet ENDS_LEFT_TO_RIGHT =
      set(Character.DIRECTIONALITY_LEFT_TO_RIGHT, Character.DIRECTIONALITY_EUROPEAN_NUMBER);

  private BidiRule() {}

  /** Whether the labels of one name, the root's empty one left out, obey the rule. */
  static boolean accepts(List<String> labels) {
    boolean applies =
        labels.stream().anyMatch(label -> directions(label).intersects(RIGHT_TO_LEFT_MARKERS));
    return !applies || labels.stream().allMatch(BidiRule::acceptsLabel);
  }

  private static boolean acceptsLabel(String label) {
    BitSet all = directions(label);
    int first = Character.getDirectionality(label.codePointAt(0));
    if (first == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
      return within(all, IN_LEFT_TO_RIGHT) && ENDS_LEFT_TO_RIGHT.get(last(label));
    }
    boolean rightToLeft =
        first == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || first == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    boolean mixedNumbers =
        all.get(Character.DIRECTIONALITY_EUROPEAN_NUMBER)
            && all.get(Character.DIRECTIONALITY_ARABIC_NUMBER);
    return rightToLeft
        && !mixedNumbers
        && within(all, IN_RIGHT_TO_LEFT)
        && ENDS_RIGHT_TO_LEFT.get(last(label));
  }

  private static BitSet directions(String label) {
    BitSet directions = new BitSet();
    label.codePoints().forEach(point -> directions.set(direction(point)));
    return directions;
  }

  /** Of the last character that is not a mark over another. */
  private static int last(String label) {
    int at = label.length();
    int direction = Character.DIRECTIONALITY_NONSPACING_MARK;
    while (at > 0 && direction == Character.DIRECTIONALITY_NONSPACING_MARK) {
      int point = label.codePointBefore(at);
      at -= Character.charCount(point);
      direction = direction(point);
    }
    return direction;
  }

  // An undefined direction, -1, becomes one that no set has.
  private static int direction(int point) {
    int direction = Character.getDirectionality(point);
    return direction < 0 ? 63 : direction;
  }

  private static boolean within(BitSet some, BitSet allowed) {
    BitSet others = (BitSet) some.clone();
    others.andNot(allowed);
    return others.isEmpty();
  }

  private static BitSet set(byte... directions) {
    BitSet set = new BitSet();
    for (byte direction : directions) set.set(direction);
    return set;
  }

  private static BitSet union(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.or(other);
    return both;
  }
}
