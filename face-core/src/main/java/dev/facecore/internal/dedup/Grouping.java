package dev.facecore.internal.dedup;

import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Which faces of a list are one person; the groups stand by first appearance. Immutable. */
public final class Grouping {
  private final Collection<List<Integer>> groups;

  /**
   * @param groupOf a number for each face, the same for faces of one person
   */
  Grouping(int[] groupOf) {
    Map<Integer, List<Integer>> byNumber = new LinkedHashMap<>();
    for (int i = 0; i < groupOf.length; i++) {
      byNumber.computeIfAbsent(groupOf[i], number -> new ArrayList<>(2)).add(i);
    }
    groups = byNumber.values();
  }

  /** The items that stand where the faces stood, person by person. */
  public <T> List<List<T>> of(List<T> items) {
    return groups.stream().map(group -> group.stream().<T>map(items::get).toList()).toList();
  }

  /** The people, each represented by the face that came first. */
  public List<Person> peopleByFirst(List<Face> faces) {
    return people(faces, group -> group.get(0));
  }

  /**
   * The people, each represented by its face of the highest quality; on a tie by the more confident
   * one, then by the one that {@link ContentOrder} puts first, so that the choice does not depend
   * on the order of the pictures.
   */
  public List<Person> peopleByQuality(List<Face> faces) {
    Comparator<Face> better =
        Comparator.comparingDouble(Face::quality)
            .thenComparingDouble(Face::confidence)
            .reversed()
            .thenComparing(ContentOrder.FACES);
    return people(
        faces, group -> group.stream().min(Comparator.comparing(faces::get, better)).get());
  }

  private List<Person> people(List<Face> faces, Function<List<Integer>, Integer> representative) {
    List<Person> people = new ArrayList<>(groups.size());
    for (List<Integer> group : groups) {
      int kept = representative.apply(group);
      Face face = faces.get(kept);
      List<Sighting> sightings = new ArrayList<>(group.size());
      for (int i : group) sightings.add(sighting(i, faces.get(i), face));
      people.add(new Person(UUID.randomUUID(), face, sightings));
    }
    return people;
  }

  /** How a face appears in a person. */
  public static Sighting sighting(int index, Face face, Face kept) {
    // Two float vectors of length 1 may have a dot product of 1.0000001.
    double similarity = face == kept ? 1 : face.embedding().similarity(kept.embedding());
    similarity = Math.max(-1, Math.min(1, similarity));
    return new Sighting(index, face.imageIndex(), face.box(), face.confidence(), similarity);
  }
}
