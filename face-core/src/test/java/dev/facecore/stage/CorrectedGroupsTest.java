package dev.facecore.stage;

import static dev.facecore.internal.dedup.TestFaces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator.Pair;
import dev.facecore.stage.FaceDeduplicator.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faces grouped under what a user said of pairs of them. */
class CorrectedGroupsTest {
  private static final FaceDeduplicator CLUSTER =
      FaceDeduplicator.of(DedupMode.CLUSTER, 0.9, false);
  private static final List<Face> FACES =
      List.of(face(0, 10, 0), face(1, 10, 1), face(2, 6, 8), face(2, 0, 10));

  @Test
  void are_joined_and_kept_apart_as_was_said() {
    assertEquals(List.of(List.of(0, 1), List.of(2), List.of(3)), group(List.of(), List.of()));
    assertEquals(
        List.of(List.of(0, 3), List.of(1), List.of(2)),
        group(List.of(new Pair(3, 0)), List.of(new Pair(0, 1))));
  }

  @Test
  void are_the_plain_groups_where_nothing_was_said() {
    List<Person> plain = CLUSTER.group(FACES);
    assertEquals(
        plain.stream().map(CorrectedGroupsTest::seen).toList(), group(List.of(), List.of()));
  }

  @Test
  void refuse_a_contradiction_and_a_face_that_is_not_there() {
    List<Pair> chain = List.of(new Pair(0, 1), new Pair(1, 2));
    assertThrows(IllegalArgumentException.class, () -> group(chain, List.of(new Pair(2, 0))));
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> group(List.of(), List.of(new Pair(0, 4))))
            .getMessage();
    assertEquals("different must be between 0 and 3, got 4", message);
    assertThrows(IllegalArgumentException.class, () -> new Pair(1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Pair(-1, 1));
  }

  @Test
  void need_the_mode_that_does_not_depend_on_order() {
    for (DedupMode mode : List.of(DedupMode.FIRST, DedupMode.BEST)) {
      FaceDeduplicator inOrder = FaceDeduplicator.of(mode, 0.9, false);
      assertThrows(
          IllegalStateException.class, () -> inOrder.group(FACES, List.of(), List.of()), mode + "");
      assertThrows(
          IllegalStateException.class,
          () -> inOrder.suggestions(FACES, List.of(), List.of(), 0.5, 1));
    }
  }

  @Test
  void suggest_the_most_similar_people_first_and_none_that_was_said_to_be_different() {
    List<Person> people = CLUSTER.group(FACES);
    List<Suggestion> found = CLUSTER.suggestions(FACES, people, List.of(), 0.5, 9);
    assertEquals(2, found.size());
    assertEquals(List.of(1, 2), List.of(found.get(0).a(), found.get(0).b()));
    assertEquals(0.8, found.get(0).similarity(), 1e-6);
    assertEquals(List.of(0, 1), List.of(found.get(1).a(), found.get(1).b()));
    assertTrue(found.get(1).similarity() < 0.8);

    assertEquals(found.subList(0, 1), CLUSTER.suggestions(FACES, people, List.of(), 0.5, 1));
    assertEquals(
        found.subList(1, 2), CLUSTER.suggestions(FACES, people, List.of(new Pair(3, 2)), 0.5, 9));
    assertEquals(
        found.subList(1, 2),
        FaceDeduplicator.of(DedupMode.CLUSTER, 0.9, true)
            .suggestions(FACES, people, List.of(), 0.5, 9));
  }

  private static List<List<Integer>> group(List<Pair> same, List<Pair> different) {
    return CLUSTER.group(FACES, same, different).stream().map(CorrectedGroupsTest::seen).toList();
  }

  private static List<Integer> seen(Person person) {
    return person.sightings().stream().map(Sighting::faceIndex).toList();
  }
}
