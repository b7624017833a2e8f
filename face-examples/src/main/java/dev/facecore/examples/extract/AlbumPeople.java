package dev.facecore.examples.extract;

import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.examples.corrections.Corrections;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.FaceDeduplicator.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The people of an album: grouped under corrections, with the ids and names that they had before.
 *
 * @param people by first appearance
 * @param personOf for each face the position of its person
 * @param corrections as they were read
 * @param applied what of them found its faces
 * @param canKeepPairs whether the groups keep what is said about pairs of faces
 * @param suggestions pairs of people who may be one, most likely first
 */
record AlbumPeople(
    List<Person> people,
    int[] personOf,
    PersonIds ids,
    PersonNames names,
    Corrections corrections,
    CorrectedFaces applied,
    boolean canKeepPairs,
    List<Suggestion> suggestions) {
  private static final int MOST_SUGGESTIONS = 200;

  /**
   * Groups faces.
   *
   * @param leastSuggested the mean similarity from which pairs are suggested; absent where the
   *     groups keep no pairs
   */
  static AlbumPeople of(
      AlbumFaces all,
      FaceDeduplicator groups,
      OptionalDouble leastSuggested,
      Corrections corrections,
      CorrectedFaces applied,
      EarlierPeople earlier) {
    List<Face> faces = all.faces();
    List<Person> grouped = applied.group(faces, groups);
    List<List<Integer>> members = new ArrayList<>(grouped.size());
    int[] personOf = new int[faces.size()];
    for (Person person : grouped) {
      List<Integer> seen = person.sightings().stream().map(Sighting::faceIndex).toList();
      for (int face : seen) personOf[face] = members.size();
      members.add(seen);
    }
    PersonIds ids = PersonIds.of(members, all, earlier);
    List<Person> people = new ArrayList<>(grouped.size());
    for (Person person : grouped) {
      people.add(new Person(ids.id(people.size()), person.face(), person.sightings()));
    }
    List<Suggestion> suggestions =
        leastSuggested.isEmpty()
            ? List.of()
            : groups.suggestions(
                faces, people, applied.different(), leastSuggested.getAsDouble(), MOST_SUGGESTIONS);
    return new AlbumPeople(
        people,
        personOf,
        ids,
        new PersonNames(people.size(), personOf, ids, applied.names()),
        corrections,
        applied,
        leastSuggested.isPresent(),
        suggestions);
  }
}
