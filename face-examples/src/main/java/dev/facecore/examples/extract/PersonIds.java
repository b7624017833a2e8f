package dev.facecore.examples.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * Which person of a run is which one of the run before. A person is the one that most of its faces
 * were; on a tie the named one, then the one that was first in {@code people.json}. One who was
 * split stays where most of its faces are.
 */
final class PersonIds {
  private final List<EarlierPeople.Known> earlier;
  private final UUID[] ids;
  private final String[] names;
  private final Changes changes;

  /** A group that has faces of an earlier person. */
  private record Claim(int group, int person, int faces) {}

  /**
   * What happened to people between two runs.
   *
   * @param kept who are there again
   * @param added who have no face that was there before
   * @param merged earlier people who are part of another one now
   * @param split people whose faces were those of others, who are still there
   * @param gone earlier people without a face in this run
   */
  record Changes(int kept, int added, int merged, int split, int gone) {}

  private PersonIds(int groups, List<EarlierPeople.Known> earlier, List<Claim> claims) {
    this.earlier = earlier;
    ids = new UUID[groups];
    names = new String[groups];
    Set<Integer> kept = new HashSet<>();
    Set<Integer> old = new HashSet<>();
    for (Claim claim : claims) {
      old.add(claim.group);
      if (ids[claim.group] != null || !kept.add(claim.person)) continue;
      ids[claim.group] = earlier.get(claim.person).id();
      names[claim.group] = earlier.get(claim.person).name();
    }
    Set<Integer> claimed = new HashSet<>();
    for (Claim claim : claims) {
      // Who is part of another person now brings the name along, where that one has none.
      boolean isMerged = claimed.add(claim.person) && !kept.contains(claim.person);
      if (isMerged && names[claim.group] == null) {
        names[claim.group] = earlier.get(claim.person).name();
      }
    }
    int split = 0;
    for (int g = 0; g < groups; g++) {
      if (ids[g] != null) continue;
      if (old.contains(g)) split++;
      ids[g] = UUID.randomUUID();
    }
    changes =
        new Changes(
            kept.size(),
            groups - old.size(),
            claimed.size() - kept.size(),
            split,
            earlier.size() - claimed.size());
  }

  /**
   * Compares groups with an earlier run.
   *
   * @param groups numbers of faces
   */
  static PersonIds of(List<List<Integer>> groups, AlbumFaces faces, EarlierPeople earlier) {
    List<Claim> claims = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      Map<Integer, Integer> counts = new LinkedHashMap<>();
      for (int face : groups.get(g)) {
        OptionalInt person = earlier.faces().find(faces.place(face));
        if (person.isPresent()) counts.merge(person.getAsInt(), 1, Integer::sum);
      }
      int group = g;
      counts.forEach((person, count) -> claims.add(new Claim(group, person, count)));
    }
    claims.sort(
        Comparator.comparingInt((Claim claim) -> -claim.faces)
            .thenComparing(claim -> earlier.people().get(claim.person).name() == null)
            .thenComparingInt(Claim::person)
            .thenComparingInt(Claim::group));
    return new PersonIds(groups.size(), earlier.people(), claims);
  }

  UUID id(int group) {
    return ids[group];
  }

  /** The name that the person had; null where there was none. */
  String name(int group) {
    return names[group];
  }

  /** Whether there was a run before. */
  boolean hasEarlier() {
    return !earlier.isEmpty();
  }

  Changes changes() {
    return changes;
  }
}
