package dev.facecore.internal.album;

import dev.facecore.AlbumChange;
import dev.facecore.AlbumChange.Kind;
import dev.facecore.FaceRef;
import dev.facecore.internal.album.KnownPeople.KnownPerson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Says which group is which person. A group is the person that most of its faces were; on a tie the
 * named one, then the one that the album knew first. A person that is split stays where most of its
 * faces are; on a tie with the group whose first face comes first.
 */
final class PeopleUpdate {
  private final KnownPeople known;

  /** The people who are touched, with the faces that they had. */
  private final Map<KnownPerson, List<FaceRef>> before = new LinkedHashMap<>();

  private final List<Claim> claims = new ArrayList<>();
  private final Map<Integer, List<Claim>> claimsOf = new HashMap<>();
  private final Set<KnownPerson> kept = new HashSet<>();
  private final List<AlbumChange> changes = new ArrayList<>();
  private final Map<KnownPerson, List<FaceRef>> moved = new LinkedHashMap<>();
  private boolean lostName;

  private record Claim(int group, KnownPerson person, int faces) {}

  private PeopleUpdate(KnownPeople known) {
    this.known = known;
  }

  /**
   * Takes over the groups of what was touched.
   *
   * @param removed faces that are gone
   * @param replaced for some of these, the face that is now in their place
   */
  static PeopleUpdate of(
      KnownPeople known,
      Collection<FaceRef> removed,
      Map<FaceRef, FaceRef> replaced,
      List<List<FaceRef>> touched) {
    PeopleUpdate update = new PeopleUpdate(known);
    update.remove(removed, replaced);
    update.group(update.withTheRest(touched));
    return update;
  }

  /** What to tell. */
  List<AlbumChange> changes() {
    return changes;
  }

  /** People who took faces, with those that were not theirs before. */
  Map<KnownPerson, List<FaceRef>> moved() {
    return moved;
  }

  /** Whether a name is no longer anyone's. */
  boolean lostName() {
    return lostName;
  }

  private void remove(Collection<FaceRef> removed, Map<FaceRef, FaceRef> replaced) {
    Map<FaceRef, KnownPerson> taken = new HashMap<>();
    for (FaceRef ref : removed) {
      KnownPerson person = known.take(ref);
      taken.put(ref, person);
      before.put(person, person.faces());
    }
    replaced.forEach((from, to) -> known.put(to, taken.get(from)));
  }

  /** What is left of people who lost faces, where that was not grouped again. */
  private List<List<FaceRef>> withTheRest(List<List<FaceRef>> touched) {
    List<List<FaceRef>> groups = new ArrayList<>(touched);
    Set<FaceRef> grouped = new HashSet<>();
    touched.forEach(grouped::addAll);
    before.forEach(
        (person, faces) -> {
          List<FaceRef> rest =
              faces.stream()
                  .filter(ref -> known.of(ref) == person && !grouped.contains(ref))
                  .toList();
          if (!rest.isEmpty()) groups.add(rest);
        });
    return groups;
  }

  private void group(List<List<FaceRef>> groups) {
    claim(groups);
    KnownPerson[] persons = new KnownPerson[groups.size()];
    for (Claim claim : claims) {
      if (persons[claim.group] == null && kept.add(claim.person)) {
        persons[claim.group] = claim.person;
      }
    }
    Set<String> names = new HashSet<>();
    for (KnownPerson person : before.keySet()) names.add(person.name());
    names.remove(null);
    passNames(persons);
    for (int g = 0; g < persons.length; g++) {
      take(persons[g], groups.get(g), claimsOf.getOrDefault(g, List.of()));
    }
    Set<KnownPerson> merged = new HashSet<>();
    for (Claim claim : claims) merged.add(claim.person);
    for (KnownPerson person : before.keySet()) {
      if (kept.contains(person)) {
        names.remove(person.name());
        continue;
      }
      known.remove(person);
      if (!merged.contains(person)) {
        changes.add(new AlbumChange(Kind.GONE, person.id(), List.of()));
      }
    }
    lostName = !names.isEmpty();
  }

  private void claim(List<List<FaceRef>> groups) {
    for (int g = 0; g < groups.size(); g++) {
      Map<KnownPerson, Integer> counts = new LinkedHashMap<>();
      for (FaceRef ref : groups.get(g)) {
        KnownPerson person = known.of(ref);
        if (person != null) counts.merge(person, 1, Integer::sum);
      }
      int group = g;
      counts.forEach((person, count) -> claims.add(new Claim(group, person, count)));
    }
    claims.sort(
        Comparator.comparingInt((Claim claim) -> -claim.faces)
            .thenComparing(claim -> claim.person.name() == null)
            .thenComparingLong(claim -> claim.person.number())
            .thenComparing(claim -> groups.get(claim.group).get(0)));
    for (Claim claim : claims) {
      before.putIfAbsent(claim.person, claim.person.faces());
      claimsOf.computeIfAbsent(claim.group, group -> new ArrayList<>()).add(claim);
    }
  }

  /** Where a named person goes into one without a name, the name stays. */
  private void passNames(KnownPerson[] persons) {
    Set<KnownPerson> seen = new HashSet<>();
    for (Claim claim : claims) {
      boolean leads = seen.add(claim.person);
      KnownPerson into = persons[claim.group];
      if (leads && !kept.contains(claim.person) && into != null && into.name() == null) {
        into.name(claim.person.name());
      }
    }
  }

  private void take(KnownPerson person, List<FaceRef> group, List<Claim> claimed) {
    Set<UUID> from = new LinkedHashSet<>();
    Set<UUID> into = new LinkedHashSet<>();
    for (Claim claim : claimed) {
      if (claim.person == person) continue;
      (kept.contains(claim.person) ? from : into).add(claim.person.id());
    }
    List<FaceRef> faces = group.stream().sorted().toList();
    KnownPerson taker = person == null ? known.added() : person;
    if (person == null) tell(from.isEmpty() ? Kind.NEW : Kind.SPLIT, taker, from);
    if (!into.isEmpty()) {
      tell(Kind.MERGED, taker, into);
    } else if (person != null && !faces.equals(before.get(person))) {
      tell(Kind.FACES, taker, from);
    }
    List<FaceRef> taken = known.give(taker, faces);
    if (!taken.isEmpty()) moved.put(taker, taken);
  }

  private void tell(Kind kind, KnownPerson person, Set<UUID> others) {
    changes.add(new AlbumChange(kind, person.id(), List.copyOf(others)));
  }
}
