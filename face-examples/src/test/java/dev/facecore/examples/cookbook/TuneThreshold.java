package dev.facecore.examples.cookbook;

import dev.facecore.Face;
import java.util.List;

/** Counts the mistakes that a threshold makes on faces of people you know. */
final class TuneThreshold {
  private TuneThreshold() {}

  /** A face, and whose it is. */
  record Known(String person, Face face) {}

  /** How many pairs were decided wrongly. */
  record Mistakes(int falseMatches, int missedPairs) {}

  static Mistakes count(List<Known> faces, double threshold) {
    int falseMatches = 0;
    int missedPairs = 0;
    for (int i = 0; i < faces.size(); i++) {
      for (int j = 0; j < i; j++) {
        Known a = faces.get(i);
        Known b = faces.get(j);
        boolean match = a.face().embedding().similarity(b.face().embedding()) >= threshold;
        boolean same = a.person().equals(b.person());
        if (match && !same) falseMatches++;
        if (same && !match) missedPairs++;
      }
    }
    return new Mistakes(falseMatches, missedPairs);
  }
}
