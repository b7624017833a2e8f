package dev.facecore.console;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may have meant who mistyped a name. */
final class Similar {
  private Similar() {}

  /** The name that takes the fewest changes of a letter, if they are few. */
  static Optional<String> to(String typed, Stream<String> names) {
    record Candidate(String name, int changes) {}

    int most = Math.min(2, typed.length() / 3);
    return names
        .map(name -> new Candidate(name, changes(typed, name)))
        .filter(candidate -> candidate.changes() <= most)
        .min(Comparator.comparingInt(Candidate::changes))
        .map(Candidate::name);
  }

  // Levenshtein's distance, one row of the table at a time.
  private static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) row[j] = j;
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
