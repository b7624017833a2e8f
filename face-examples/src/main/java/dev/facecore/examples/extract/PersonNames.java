package dev.facecore.examples.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of people: those of the corrections first, then those that they had. Where faces of one
 * person were given several names, the last of them counts. A name that corrections give to one
 * person is not kept by another who merely had it.
 */
final class PersonNames {
  private final String[] names;
  private final List<String> conflicts = new ArrayList<>();

  /**
   * Decides who is called what.
   *
   * @param given by face; null takes a name away
   */
  PersonNames(int people, int[] personOf, PersonIds ids, Map<Integer, String> given) {
    names = new String[people];
    boolean[] isSaid = new boolean[people];
    Set<String> taken = new HashSet<>();
    given.forEach(
        (face, name) -> {
          int person = personOf[face];
          if (isSaid[person] && names[person] != null && !names[person].equals(name)) {
            conflicts.add(
                "Person %d has faces named '%s' and '%s'; the last is used."
                    .formatted(person, names[person], name == null ? "" : name));
          }
          names[person] = name;
          isSaid[person] = true;
          if (name != null) taken.add(name);
        });
    for (int person = 0; person < people; person++) {
      boolean isKept = !isSaid[person] && !taken.contains(ids.name(person));
      if (isKept) names[person] = ids.name(person);
    }
  }

  /** Null where there is none. */
  String of(int person) {
    return names[person];
  }

  /** What was decided between two names. */
  List<String> conflicts() {
    return conflicts;
  }
}
