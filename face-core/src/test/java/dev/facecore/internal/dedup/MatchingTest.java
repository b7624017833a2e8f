package dev.facecore.internal.dedup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.DedupMode;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faces that cannot be read are no evidence of each other. */
class MatchingTest {
  private static final Readability READABILITY = new Readability(2, 2.8, 0.6);

  @ParameterizedTest
  @CsvSource({
    "20, 5, 64, 0.4, false", "40, 3, 16, 0.4, true", "15, 6, 8, 0, false",
    "20, 5, 32, 0.6, true", "10, 5, 513, 0.4, false", "20, 4, 8, 1, false"
  })
  void groups_equal_the_textbook_with_the_same_similarity(
      int people, int sightings, int size, double threshold, boolean samePhotoDistinct) {
    int changed = 0;
    for (int seed = 0; seed < 5; seed++) {
      List<Face> faces = crowd(people, sightings, size, seed);
      Set<Set<Integer>> expected =
          NaiveUpgma.group(faces, threshold, samePhotoDistinct, READABILITY);
      assertEquals(
          expected, groups(DedupMode.CLUSTER, faces, threshold, samePhotoDistinct), "seed " + seed);
      if (!expected.equals(NaiveUpgma.group(faces, threshold, samePhotoDistinct))) changed++;

      int[] walk = NaiveFirst.keptFaceOf(faces, threshold, samePhotoDistinct, READABILITY);
      assertArrayEquals(walk, keptFaceOf(faces, threshold, samePhotoDistinct), "seed " + seed);
    }
    assertTrue(changed > 0 || threshold == 0 || threshold == 1, "the rule made no difference");
  }

  @Test
  void the_order_of_the_faces_changes_nothing_in_clusters() {
    List<Face> faces = new ArrayList<>(crowd(40, 4, 16, 5));
    Set<Set<Embedding>> expected = embeddings(faces);
    Random random = new Random(6);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(faces, random);
      assertEquals(expected, embeddings(faces));
    }
    assertTrue(expected.size() > 1 && expected.size() < faces.size());
  }

  @Test
  void only_two_unreadable_faces_are_kept_apart() {
    // Their cosine is .8.
    Embedding one = withLength(1.5, 1, 0);
    Embedding other = withLength(1.5, 0.8f, 0.6f);
    Embedding clear = withLength(3, 0.8f, 0.6f);
    for (DedupMode mode : List.of(DedupMode.BEST, DedupMode.CLUSTER)) {
      assertEquals(2, people(mode, 0.4, one, other), "both unreadable: .8 - .6");
      assertEquals(1, people(mode, 0.4, one, clear), "one is clear");
      assertEquals(1, people(mode, 0.2, one, other), "at .2 they match");
    }
    assertEquals(1, people(DedupMode.FIRST, 0.4, one, other), "the published rule");
  }

  @Test
  void a_picture_sent_twice_is_one_person_however_unreadable() {
    Embedding face = withLength(1, 0.6f, 0.8f);
    for (DedupMode mode : DedupMode.values()) {
      assertEquals(1, people(mode, 1, face, face, face), mode::name);
    }
  }

  @Test
  void weights_go_from_one_to_zero_between_the_lengths() {
    assertEquals(1, READABILITY.weight(withLength(0.1, 1, 0)));
    assertEquals(1, READABILITY.weight(withLength(2, 1, 0)), 1e-6);
    assertEquals(0.5, READABILITY.weight(withLength(2.4, 1, 0)), 1e-6);
    assertEquals(0, READABILITY.weight(withLength(2.8, 1, 0)), 1e-6);
    assertEquals(0, READABILITY.weight(withLength(9, 1, 0)));
    assertNotEquals(
        READABILITY.matchingSimilarity(withLength(1, 1, 0), withLength(2.5, 1, 0)),
        withLength(1, 1, 0).similarity(withLength(2.5, 1, 0)));
    for (double[] wrong : new double[][] {{2, 2, 0.5}, {3, 2, 0.5}, {-1, 2, 0.5}, {1, 2, 1.5}}) {
      assertThrows(
          IllegalArgumentException.class, () -> new Readability(wrong[0], wrong[1], wrong[2]));
    }
  }

  /** Half of the faces are unreadable to some degree; some come twice. */
  private static List<Face> crowd(int people, int sightings, int size, long seed) {
    Random random = new Random(seed);
    List<Face> faces = new ArrayList<>();
    for (Face face : TestFaces.crowd(people, sightings, size, 0.8, seed)) {
      double length = 1.6 + 2 * random.nextDouble();
      Embedding embedding = Embedding.restored("test", face.embedding().values(), length);
      faces.add(TestFaces.face(face.imageIndex(), face.quality(), embedding));
      if (random.nextInt(10) == 0) {
        faces.add(TestFaces.face(1000 + faces.size(), face.quality(), embedding));
      }
    }
    Collections.shuffle(faces, random);
    return faces;
  }

  private static Embedding withLength(double length, float... direction) {
    float[] raw = new float[direction.length];
    for (int d = 0; d < raw.length; d++) raw[d] = (float) (length * direction[d]);
    return Embedding.of("test", raw);
  }

  private static int people(DedupMode mode, double threshold, Embedding... embeddings) {
    List<Face> faces = new ArrayList<>();
    for (Embedding one : embeddings) faces.add(TestFaces.face(faces.size(), 0.5, one));
    return deduplicator(mode, threshold, false).group(faces).size();
  }

  private static FaceDeduplicator deduplicator(
      DedupMode mode, double threshold, boolean samePhotoDistinct) {
    return FaceDeduplicator.of(mode, threshold, samePhotoDistinct).withReadability(READABILITY);
  }

  private static Set<Set<Integer>> groups(
      DedupMode mode, List<Face> faces, double threshold, boolean samePhotoDistinct) {
    return deduplicator(mode, threshold, samePhotoDistinct).group(faces).stream()
        .map(MatchingTest::faceIndices)
        .collect(Collectors.toSet());
  }

  private static Set<Set<Embedding>> embeddings(List<Face> faces) {
    return groups(DedupMode.CLUSTER, faces, 0.4, false).stream()
        .map(group -> group.stream().map(i -> faces.get(i).embedding()).collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  private static int[] keptFaceOf(List<Face> faces, double threshold, boolean samePhotoDistinct) {
    int[] keptOf = new int[faces.size()];
    Arrays.fill(keptOf, -1);
    for (Person person : deduplicator(DedupMode.BEST, threshold, samePhotoDistinct).group(faces)) {
      for (int face : faceIndices(person)) keptOf[face] = person.sightings().get(0).faceIndex();
    }
    return keptOf;
  }

  private static Set<Integer> faceIndices(Person person) {
    return person.sightings().stream().map(Sighting::faceIndex).collect(Collectors.toSet());
  }
}
