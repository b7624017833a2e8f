package dev.facecore.internal.dedup;

import static dev.facecore.internal.dedup.TestFaces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of faces of which something is known: exactly those of the textbook. */
class LinksTest {
  private static final Readability POOR = new Readability(2, 2.8, 0.6);

  @ParameterizedTest
  @CsvSource({
    "12, 4, 32, 0.4, false",
    "12, 4, 32, 0.4, true",
    "15, 3, 8, 0.3, false",
    "15, 3, 8, 0.3, true",
    "10, 4, 6, 0, false",
    "10, 4, 6, 0, true",
    "10, 4, 8, 1, false"
  })
  void equal_the_textbook(
      int people, int sightings, int size, double threshold, boolean samePhotoDistinct) {
    int changed = 0;
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      List<Face> faces = withTwins(TestFaces.crowd(people, sightings, size, 0.8, seed), random);
      Links links = links(faces.size(), 1 + random.nextInt(12), random);

      Set<Set<Integer>> expected =
          NaiveUpgma.group(faces, threshold, samePhotoDistinct, POOR, links);

      for (int pairsAtOnce : new int[] {7, 1 << 20}) {
        Grouping found =
            Clusters.group(faces, threshold, samePhotoDistinct, POOR, links, pairsAtOnce);
        assertEquals(expected, groups(found, faces.size()), "seed " + seed);
      }
      if (!expected.equals(NaiveUpgma.group(faces, threshold, samePhotoDistinct, POOR))) changed++;
    }
    assertTrue(changed > 8, "links changed " + changed + " of 12");
  }

  @Test
  void different_faces_are_kept_apart_when_others_would_join_them() {
    List<Face> faces = List.of(face(0, 10, 0), face(1, 10, 1), face(2, 10, 2), face(3, 10, 3));
    Links ends = new Links(List.of(), List.of(new Links.Pair(3, 0)));

    Set<Set<Integer>> found = group(faces, 0.4, ends);

    assertEquals(2, found.size());
    for (Set<Integer> group : found) assertNotEquals(group.contains(0), group.contains(3));
  }

  @Test
  void the_same_faces_are_one_person_whatever_their_similarity() {
    List<Face> faces = List.of(face(0, 1, 0), face(0, -1, 0), face(1, 0, 1));

    Links links = new Links(List.of(new Links.Pair(0, 1)), List.of());

    assertEquals(Set.of(Set.of(0, 1), Set.of(2)), group(faces, 0.4, links));
  }

  @Test
  void equal_faces_can_be_said_to_be_different() {
    Embedding one = Embedding.of("test", 0.3f, 0.1f);
    List<Face> faces = IntStream.range(0, 5).mapToObj(i -> face(i, 0.5, one)).toList();

    Links links = new Links(List.of(), List.of(new Links.Pair(0, 4)));

    assertEquals(Set.of(Set.of(0, 1, 2, 3), Set.of(4)), group(faces, 1, links));
  }

  @Test
  void a_contradiction_is_refused() {
    List<Face> faces = List.of(face(0, 1, 0), face(1, 0, 1), face(2, 1, 1));
    Links links =
        new Links(
            List.of(new Links.Pair(0, 1), new Links.Pair(1, 2)), List.of(new Links.Pair(2, 0)));

    assertThrows(IllegalArgumentException.class, () -> group(faces, 0.4, links));
  }

  /** Links that hold in some division of the faces into people, so that they do not contradict. */
  private static Links links(int faces, int count, Random random) {
    int[] truth = random.ints(faces, 0, faces / 3).toArray();
    List<Links.Pair> same = new ArrayList<>();
    List<Links.Pair> different = new ArrayList<>();
    for (int n = 0; n < 40 * count && same.size() + different.size() < 2 * count; n++) {
      Links.Pair pair = new Links.Pair(random.nextInt(faces), random.nextInt(faces));
      boolean one = truth[pair.a()] == truth[pair.b()];
      if (one && pair.a() != pair.b()) same.add(pair);
      if (!one && different.size() < count) different.add(pair);
    }
    return new Links(same, different);
  }

  /** Some faces a second time, in other pictures, and lengths from unreadable to clear. */
  private static List<Face> withTwins(List<Face> crowd, Random random) {
    List<Face> faces = new ArrayList<>();
    for (Face face : crowd) {
      Embedding embedding = face.embedding();
      double length = 1.5 + 2 * random.nextDouble();
      embedding = Embedding.restored(embedding.model(), embedding.values(), length);
      faces.add(face(face.imageIndex(), face.quality(), embedding));
      if (random.nextInt(6) == 0) faces.add(face(crowd.size() + faces.size(), 0.7, embedding));
    }
    Collections.shuffle(faces, random);
    return faces;
  }

  private static Set<Set<Integer>> group(List<Face> faces, double threshold, Links links) {
    Grouping found = Clusters.group(faces, threshold, false, Readability.NOT_MEASURED, links);
    return groups(found, faces.size());
  }

  private static Set<Set<Integer>> groups(Grouping found, int faces) {
    Set<Set<Integer>> groups = new HashSet<>();
    found.of(IntStream.range(0, faces).boxed().toList()).forEach(g -> groups.add(Set.copyOf(g)));
    return groups;
  }
}
