package dev.facecore.internal.album;

import dev.facecore.FaceRef;
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
 * Which group is which person over time. A group is the person that most of its faces were; on a
 * tie the named one, then the one that the album knew first. A person that is split stays where
 * most of its faces are; on a tie with the group whose first face comes first. Not thread-safe.
 */
public final class KnownPeople {
  private final Map<FaceRef, KnownPerson> personOf = new HashMap<>();
  private final Map<UUID, KnownPerson> people = new LinkedHashMap<>();
  private long numbers;

  /** A person as the album knows it. */
  public static final class KnownPerson {
    private final UUID id = UUID.randomUUID();
    private final long number;
    private String name;
    private List<FaceRef> faces = List.of();

    private KnownPerson(long number) {
      this.number = number;
    }

    public UUID id() {
      return id;
    }

    /** Null where none was given. */
    public String name() {
      return name;
    }

    public void name(String changed) {
      name = changed;
    }

    public List<FaceRef> faces() {
      return faces;
    }
  }

  private record Claim(int group, KnownPerson person, int faces) {}

  /** Everyone, in the order in which they became known. */
  public Collection<KnownPerson> all() {
    return people.values();
  }

  /** Null where there is none. */
  public KnownPerson get(UUID id) {
    return people.get(id);
  }

  /** The person of a face of the album. */
  public KnownPerson of(FaceRef face) {
    return personOf.get(face);
  }

  /** Takes over the groups of what was touched, and faces that are gone; tells what changed. */
  public List<Change> update(Collection<FaceRef> removed, List<List<FaceRef>> groups) {
    Set<KnownPerson> before = new LinkedHashSet<>();
    for (FaceRef ref : removed) before.add(personOf.get(ref));
    List<Claim> claims = claims(groups, before);
    KnownPerson[] persons = new KnownPerson[groups.size()];
    Set<KnownPerson> kept = new HashSet<>();
    for (Claim claim : claims) {
      if (persons[claim.group] == null && kept.add(claim.person)) {
        persons[claim.group] = claim.person;
      } else if (persons[claim.group] != null
          && persons[claim.group].name == null
          && !kept.contains(claim.person)
          && leads(claims, claim)) {
        // The person goes into this one; its name is not lost.
        persons[claim.group].name = claim.person.name;
      }
    }
    List<Change> changes = new ArrayList<>();
    Map<KnownPerson, List<FaceRef>> old = new HashMap<>();
    for (KnownPerson person : before) old.put(person, person.faces);
    removed.forEach(personOf::remove);
    for (int g = 0; g < persons.length; g++) {
      changes.addAll(take(g, groups.get(g), persons, claims, kept, old));
    }
    for (KnownPerson person : before) {
      if (kept.contains(person)) continue;
      people.remove(person.id);
      boolean merged = claims.stream().anyMatch(claim -> claim.person == person);
      if (!merged) changes.add(new Change(Change.Kind.GONE, person.id, List.of()));
    }
    return changes;
  }

  private List<Claim> claims(List<List<FaceRef>> groups, Set<KnownPerson> before) {
    List<Claim> claims = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      Map<KnownPerson, Integer> counts = new LinkedHashMap<>();
      for (FaceRef ref : groups.get(g)) {
        KnownPerson person = personOf.get(ref);
        if (person != null) counts.merge(person, 1, Integer::sum);
      }
      before.addAll(counts.keySet());
      int group = g;
      counts.forEach((person, count) -> claims.add(new Claim(group, person, count)));
    }
    claims.sort(
        Comparator.comparingInt((Claim claim) -> -claim.faces)
            .thenComparing(claim -> claim.person.name == null)
            .thenComparingLong(claim -> claim.person.number)
            .thenComparing(claim -> groups.get(claim.group).get(0)));
    return claims;
  }

  private static boolean leads(List<Claim> claims, Claim claim) {
    return claims.stream().filter(other -> other.person == claim.person).findFirst().get() == claim;
  }

  private List<Change> take(
      int g,
      List<FaceRef> group,
      KnownPerson[] persons,
      List<Claim> claims,
      Set<KnownPerson> kept,
      Map<KnownPerson, List<FaceRef>> old) {
    KnownPerson person = persons[g];
    List<UUID> from = new ArrayList<>();
    List<UUID> into = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.group != g || claim.person == person) continue;
      (kept.contains(claim.person) ? from : into).add(claim.person.id);
    }
    List<Change> changes = new ArrayList<>();
    boolean fresh = person == null;
    if (fresh) {
      person = new KnownPerson(numbers++);
      people.put(person.id, person);
      changes.add(
          new Change(from.isEmpty() ? Change.Kind.NEW : Change.Kind.SPLIT, person.id, from));
    }
    if (!into.isEmpty()) changes.add(new Change(Change.Kind.MERGED, person.id, into));
    List<FaceRef> sorted = group.stream().sorted().toList();
    if (!fresh && into.isEmpty() && !sorted.equals(old.get(person))) {
      changes.add(new Change(Change.Kind.FACES, person.id, from));
    }
    person.faces = sorted;
    for (FaceRef ref : sorted) personOf.put(ref, person);
    return changes;
  }

  /** Something that happened to a person; the public type of the same name says what. */
  public record Change(Kind kind, UUID person, List<UUID> others) {
    /** What happened. */
    public enum Kind {
      NEW,
      SPLIT,
      MERGED,
      FACES,
      GONE
    }
  }
}
