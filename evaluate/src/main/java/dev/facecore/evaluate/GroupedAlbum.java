package dev.facecore.evaluate;

import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The people of an album.
 *
 * @param people by first appearance
 * @param score how well the central faces agree with whose pictures they are in
 */
record GroupedAlbum(AlbumFaces album, List<Person> people, PairwiseScore score) {
  static GroupedAlbum of(AlbumFaces album, FaceDeduplicator groups) {
    List<Person> people = groups.group(album.faces());
    int[] personOf = new int[album.faces().size()];
    for (int person = 0; person < people.size(); person++) {
      for (Sighting seen : people.get(person).sightings()) personOf[seen.faceIndex()] = person;
    }
    Map<Path, Integer> owners = new HashMap<>();
    int[] truth = new int[album.central().size()];
    int[] found = new int[truth.length];
    for (int i = 0; i < truth.length; i++) {
      int face = album.central().get(i);
      truth[i] = owners.computeIfAbsent(album.owner(album.faces().get(face)), o -> owners.size());
      found[i] = personOf[face];
    }
    return new GroupedAlbum(album, people, PairwiseScore.of(truth, found));
  }

  /** How many pairs of one person, in different pictures, are both of a kind. */
  long joins(Predicate<Face> kind) {
    long joins = 0;
    for (Person person : people) {
      List<Face> seen =
          person.sightings().stream()
              .map(sighting -> album.faces().get(sighting.faceIndex()))
              .filter(kind)
              .toList();
      for (int a = 0; a < seen.size(); a++) {
        for (int b = 0; b < a; b++) {
          if (seen.get(a).imageIndex() != seen.get(b).imageIndex()) joins++;
        }
      }
    }
    return joins;
  }

  /** The people with the most sightings, as the gallery shows them first. */
  List<Person> seenMostOften(int count) {
    return people.stream()
        .sorted(Comparator.comparingInt((Person person) -> -person.sightings().size()))
        .limit(count)
        .toList();
  }
}
