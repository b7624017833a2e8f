package dev.facecore.internal.dedup;

import static dev.facecore.internal.dedup.TestFaces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClustersTest {
  private static final int ALL = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "20, 5, 64, 0.4, false", "20, 5, 64, 0.4, true", "40, 3, 16, 0.4, false",
    "40, 3, 16, 0.4, true", "15, 6, 8, 0, false", "15, 6, 8, 0, true",
    "20, 5, 32, 0.6, false", "10, 5, 513, 0.4, false", "20, 4, 8, 1, false"
  })
  void equals_the_textbook(
      int people, int sightings, int size, double threshold, boolean samePhotoDistinct) {
    int groups = 0;
    for (int seed = 0; seed < 5; seed++) {
      List<Face> faces = TestFaces.crowd(people, sightings, size, 0.8, seed);

      Set<Set<Integer>> expected = NaiveUpgma.group(faces, threshold, samePhotoDistinct);

      assertEquals(expected, groups(faces, threshold, samePhotoDistinct, ALL), "seed " + seed);
      groups += expected.size();
    }
    assertTrue(groups > 5);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "0, true", "0.3, false", "0.3, true"})
  void is_the_same_when_the_pairs_do_not_fit_into_memory(
      double threshold, boolean samePhotoDistinct) {
    List<Face> faces = TestFaces.crowd(60, 5, 12, 0.8, 3);
    Set<Set<Integer>> expected = groups(faces, threshold, samePhotoDistinct, ALL);

    for (int pairsAtOnce : new int[] {1, 7, 100, 1000}) {
      assertEquals(expected, groups(faces, threshold, samePhotoDistinct, pairsAtOnce));
    }
    assertTrue(expected.size() > 1 && expected.size() < 150);
  }

  @ParameterizedTest
  @CsvSource({"0.4, false", "0.4, true", "0, false", "0.7, true"})
  void the_order_of_the_faces_changes_nothing(double threshold, boolean samePhotoDistinct) {
    List<Face> faces = new ArrayList<>(TestFaces.crowd(40, 4, 16, 0.8, 5));
    Set<Set<Face>> expected = people(faces, threshold, samePhotoDistinct);
    Random random = new Random(6);

    for (int round = 0; round < 20; round++) {
      Collections.shuffle(faces, random);
      assertEquals(expected, people(faces, threshold, samePhotoDistinct));
    }
    assertTrue(expected.size() > 1 && expected.size() < faces.size());
  }

  @Test
  void the_order_of_the_faces_decides_no_exact_tie() {
    // On a circle, 45 degrees apart: every face is as similar to the one before as to the next.
    List<Face> faces = new ArrayList<>();
    for (float[] point : new float[][] {{2, 0}, {1, 1}, {0, 2}, {-1, 1}, {-2, 0}, {-1, -1}}) {
      faces.add(face(faces.size(), point));
    }
    Set<Set<Face>> expected = people(faces, 0.7, false);
    Random random = new Random(8);

    assertEquals(3, expected.size());
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(faces, random);
      assertEquals(expected, people(faces, 0.7, false));
    }
  }

  @Test
  void ties_without_end_are_resolved_with_little_memory() {
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      float[] axis = new float[40];
      axis[i] = 1;
      faces.add(face(i, axis));
    }

    assertEquals(1, groups(faces, 0, false, 3).size());
    assertEquals(40, groups(faces, 0.1, false, 3).size());
  }

  @Test
  void equal_faces_of_different_pictures_are_one_person_at_any_threshold() {
    List<Face> crowd = TestFaces.crowd(1, 30, 100, 0.3, 9);
    List<Face> faces = new ArrayList<>();
    for (int copy = 0; copy < 4; copy++) {
      for (Face face : crowd) faces.add(face(faces.size(), 0.5, face.embedding()));
    }

    assertEquals(30, groups(faces, 1, false, ALL).size());
    assertEquals(1, groups(faces, 0.4, false, ALL).size());
  }

  @Test
  void a_thousand_equal_faces_are_one_person_and_those_of_one_picture_are_apart() {
    Embedding one = Embedding.of("test", 0.3f, 0.1f, 0.7f);
    List<Face> faces = IntStream.range(0, 1000).mapToObj(i -> face(i / 2, 0.5, one)).toList();

    assertEquals(1, groups(faces, 1, false, 10).size());
    assertEquals(2, groups(faces, 1, true, 10).size());
    assertEquals(2, groups(faces, 0, true, 10).size());
  }

  @Test
  void a_chain_of_similar_faces_is_not_one_person() {
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double angle = Math.toRadians(30 * i);
      faces.add(face(i, (float) Math.cos(angle), (float) Math.sin(angle)));
    }

    assertTrue(people(faces, 0.8, false).size() > 3);
    assertEquals(NaiveUpgma.group(faces, 0.8, false).size(), people(faces, 0.8, false).size());
  }

  private static Set<Set<Integer>> groups(
      List<Face> faces, double threshold, boolean samePhotoDistinct, int pairsAtOnce) {
    return groups(faces, threshold, samePhotoDistinct, Readability.NOT_MEASURED, pairsAtOnce);
  }

  private static Set<Set<Integer>> groups(
      List<Face> faces,
      double threshold,
      boolean samePhotoDistinct,
      Readability readability,
      int pairsAtOnce) {
    Grouping grouping =
        Clusters.group(faces, threshold, samePhotoDistinct, readability, Links.NONE, pairsAtOnce);
    return people(faces, grouping).stream()
        .map(
            person ->
                person.sightings().stream().map(Sighting::faceIndex).collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  private static Set<Set<Face>> people(
      List<Face> faces, double threshold, boolean samePhotoDistinct) {
    Set<Set<Face>> people = new HashSet<>();
    for (Set<Integer> group : groups(faces, threshold, samePhotoDistinct, ALL)) {
      people.add(group.stream().map(faces::get).collect(Collectors.toSet()));
    }
    return people;
  }

  private static List<Person> people(List<Face> faces, Grouping grouping) {
    List<Person> people = grouping.peopleByQuality(faces);
    int last = -1;
    for (Person person : people) {
      assertTrue(person.sightings().get(0).faceIndex() > last, "people by first appearance");
      last = person.sightings().get(0).faceIndex();
      double best =
          person.sightings().stream()
              .mapToDouble(s -> faces.get(s.faceIndex()).quality())
              .max()
              .getAsDouble();
      assertEquals(best, person.face().quality());
    }
    assertEquals(faces.size(), people.stream().mapToInt(p -> p.sightings().size()).sum());
    return people;
  }
}
