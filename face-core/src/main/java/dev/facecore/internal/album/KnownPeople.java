package dev.facecore.internal.album;

import dev.facecore.FaceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The people of an album, whom {@link PeopleUpdate} keeps up to date. Not thread-safe. */
public final class KnownPeople {
  private final Map<FaceRef, KnownPerson> personOf = new HashMap<>();
  private final Map<UUID, KnownPerson> people = new LinkedHashMap<>();
  private long numbers;

  /** A person as the album knows it. */
  public static final class KnownPerson {
    private final UUID id;
    private final long number;
    private String name;
    private List<FaceRef> faces = List.of();

    private KnownPerson(UUID id, long number) {
      this.id = id;
      this.number = number;
    }

    public UUID id() {
      return id;
    }

    /** Its place in the order in which people became known. */
    long number() {
      return number;
    }

    /** Null where none was given. */
    public String name() {
      return name;
    }

    void name(String changed) {
      name = changed;
    }

    public List<FaceRef> faces() {
      return faces;
    }
  }

  /** Everyone, in the order in which they became known. */
  public Collection<KnownPerson> all() {
    return people.values();
  }

  /** Null where there is none. */
  public KnownPerson get(UUID id) {
    return people.get(id);
  }

  /** Null for a face that is nobody's. */
  KnownPerson of(FaceRef face) {
    return personOf.get(face);
  }

  KnownPerson added() {
    KnownPerson person = new KnownPerson(UUID.randomUUID(), numbers++);
    people.put(person.id, person);
    return person;
  }

  void remove(KnownPerson person) {
    people.remove(person.id);
  }

  /** Takes a face from its person, who is told by {@link #give} what is left. */
  KnownPerson take(FaceRef face) {
    return personOf.remove(face);
  }

  void put(FaceRef face, KnownPerson person) {
    personOf.put(face, person);
  }

  /** Makes these, in order, all faces of a person; returns those that were not. */
  List<FaceRef> give(KnownPerson person, List<FaceRef> faces) {
    person.faces = faces;
    List<FaceRef> taken = new ArrayList<>();
    for (FaceRef face : faces) {
      if (personOf.put(face, person) != person) taken.add(face);
    }
    return taken;
  }

  /**
   * Takes a person with some of its faces from a file, where it may come again with more; {@link
   * #restored} ends this.
   */
  void restore(UUID id, long number, String name, List<FaceRef> faces) {
    KnownPerson person = people.computeIfAbsent(id, known -> new KnownPerson(known, number));
    person.name = name;
    for (FaceRef face : faces) personOf.put(face, person);
  }

  /** Drops people whose faces were all taken over by others; whether these faces have people. */
  boolean restored(Set<FaceRef> all) {
    for (KnownPerson person : people.values()) numbers = Math.max(numbers, person.number + 1);
    people.clear();
    Map<KnownPerson, List<FaceRef>> faces = new TreeMap<>(Comparator.comparing(p -> p.number));
    for (FaceRef face : all) {
      KnownPerson person = personOf.get(face);
      if (person == null) return false;
      faces.computeIfAbsent(person, p -> new ArrayList<>()).add(face);
    }
    faces.forEach(
        (person, refs) -> {
          person.faces = List.copyOf(refs);
          people.put(person.id, person);
        });
    return personOf.size() == all.size();
  }
}
