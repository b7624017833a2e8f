package dev.facecore.stage;

import static dev.facecore.internal.dedup.TestFaces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceDeduplicatorTest {
  private static final Face EAST = face(0, 0.2, 1, 0);
  private static final Face NORTH_EAST = face(1, 0.9, 1, 1);
  private static final Face NORTH = face(2, 0.5, 0, 1);

  @Test
  void first_keeps_the_face_that_came_first_and_lists_every_sighting() {
    List<Person> people = group(DedupMode.FIRST, 0.7, EAST, NORTH_EAST, NORTH);

    assertEquals(2, people.size());
    assertEquals(EAST, people.get(0).face());
    assertEquals(List.of(0, 1), indexes(people.get(0)));
    assertEquals(List.of(2), indexes(people.get(1)));
    Sighting second = people.get(0).sightings().get(1);
    assertEquals(new Sighting(1, 1, NORTH_EAST.box(), 0.9, second.similarity()), second);
    assertEquals(Math.sqrt(0.5), second.similarity(), 1e-7);
    assertEquals(1, people.get(0).sightings().get(0).similarity());
  }

  @Test
  void first_joins_the_most_similar_kept_face_and_the_earliest_on_a_tie() {
    Face nearNorth = face(3, 0.3f, 1);

    assertEquals(
        List.of(1, 2), indexes(group(DedupMode.FIRST, 0.2, EAST, NORTH, nearNorth).get(1)));
    assertEquals(
        List.of(0, 2), indexes(group(DedupMode.FIRST, 0.7, EAST, NORTH, NORTH_EAST).get(0)));
    assertEquals(
        List.of(0, 2), indexes(group(DedupMode.FIRST, 0.7, NORTH, EAST, NORTH_EAST).get(0)));
  }

  @Test
  void best_forms_the_same_groups_and_keeps_the_best_quality() {
    List<Person> people = group(DedupMode.BEST, 0.7, EAST, NORTH_EAST, NORTH);

    assertEquals(2, people.size());
    assertEquals(NORTH_EAST, people.get(0).face());
    assertEquals(List.of(0, 1), indexes(people.get(0)));
    assertEquals(Math.sqrt(0.5), people.get(0).sightings().get(0).similarity(), 1e-7);
    assertEquals(1, people.get(0).sightings().get(1).similarity());
  }

  @ParameterizedTest
  @EnumSource
  void two_faces_of_one_photograph_can_be_kept_apart(DedupMode mode) {
    List<Face> faces = List.of(face(0, 1, 0), face(0, 1, 0), face(1, 1, 0));

    List<Person> people = FaceDeduplicator.of(mode, 0.5, true).group(faces);

    assertEquals(2, people.size());
    assertEquals(List.of(0, 2), indexes(people.get(0)));
    assertEquals(List.of(1), indexes(people.get(1)));
    assertEquals(1, FaceDeduplicator.of(mode, 0.5, false).group(faces).size());
  }

  @ParameterizedTest
  @EnumSource
  void nothing_and_one_face_are_groups_too(DedupMode mode) {
    assertTrue(group(mode, 0.4).isEmpty());
    assertEquals(List.of(0), indexes(group(mode, 0.4, EAST).get(0)));
  }

  @ParameterizedTest
  @EnumSource
  void a_picture_sent_twice_is_one_person_at_threshold_1(DedupMode mode) {
    List<Person> people = group(mode, 1, face(0, 0.3f, 0.4f, 0.1f), face(1, 0.3f, 0.4f, 0.1f));

    assertEquals(1, people.size());
    assertTrue(people.get(0).sightings().stream().allMatch(seen -> seen.similarity() <= 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refuses_a_threshold_outside_0_to_1(double similarity) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> FaceDeduplicator.of(DedupMode.FIRST, similarity, false))
            .getMessage();
    assertEquals("similarity must be between 0 and 1, got " + similarity, message);
  }

  private static List<Person> group(DedupMode mode, double similarity, Face... faces) {
    return FaceDeduplicator.of(mode, similarity, false).group(List.of(faces));
  }

  private static List<Integer> indexes(Person person) {
    return person.sightings().stream().map(Sighting::faceIndex).toList();
  }
}
