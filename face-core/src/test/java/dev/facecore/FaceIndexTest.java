package dev.facecore;

import static dev.facecore.internal.dedup.TestFaces.crowd;
import static dev.facecore.internal.dedup.TestFaces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.FaceIndex.Placement;
import dev.facecore.stage.FaceDeduplicator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceIndexTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void any_split_into_batches_gives_the_people_of_one_go(boolean samePhotoDistinct) {
    List<Face> faces = crowd(700, 2, 48, 0.75, 11);
    List<Person> expected =
        FaceDeduplicator.of(DedupMode.FIRST, 0.4, samePhotoDistinct).group(faces);
    Random random = new Random(12);

    assertTrue(expected.size() > 256, "more people than one block of the search holds");
    for (int most : new int[] {1, 3, 400, 1400}) {
      FaceIndex index = FaceIndex.of(0.4, samePhotoDistinct);
      for (int from = 0; from < faces.size(); ) {
        int to = Math.min(faces.size(), from + 1 + random.nextInt(most));
        index.addAll(faces.subList(from, to));
        from = to;
      }
      assertSamePeople(expected, index.people());
      assertEquals(faces.size(), index.size());
    }
  }

  @Test
  void says_where_a_face_went() {
    FaceIndex index = FaceIndex.of(0.7, false);

    assertEquals(new Placement(0, true, 1), index.add(face(0, 1, 0)));
    Placement second = index.add(face(1, 1, 1));
    assertEquals(0, second.person());
    assertFalse(second.isNew());
    assertEquals(Math.sqrt(0.5), second.similarity(), 1e-7);
    assertEquals(new Placement(1, true, 1), index.add(face(2, 0, 1)));
    assertEquals(2, index.people().size());
    assertEquals(index.people(), index.people(), "identifiers stay the same");
  }

  @Test
  void pictures_of_several_batches_are_told_apart_by_their_own_numbers() {
    FaceIndex index = FaceIndex.of(0.4, true);
    Face again = face(0, 1, 0).withImageIndex(7);
    index.add(face(0, 1, 0));

    assertTrue(index.add(face(0, 1, 0)).isNew(), "one picture shows nobody twice");
    assertEquals(new Placement(0, false, 1), index.add(again));
    assertEquals(7, again.imageIndex());
    assertEquals(again, face(0, 1, 0).withImageIndex(7).withImageIndex(7));
    assertThrows(IllegalArgumentException.class, () -> again.withImageIndex(-1));
  }

  @Test
  void an_empty_index_has_nobody() {
    FaceIndex index = FaceIndex.of(0.4, true);

    assertTrue(index.people().isEmpty());
    assertTrue(index.addAll(List.of()).isEmpty());
    assertEquals(0, index.size());
  }

  @Test
  void refuses_a_face_of_another_model_and_stays_as_it_was() {
    FaceIndex index = FaceIndex.of(0.4, false);
    index.add(face(0, 1, 0));
    Face other = face(1, 0.5, Embedding.of("Other", 1, 0));

    String message =
        assertThrows(
                IllegalArgumentException.class, () -> index.addAll(List.of(face(1, 0, 1), other)))
            .getMessage();

    assertEquals(
        "face 1 was embedded by Other[2] and cannot be compared with faces of test[2];"
            + " embed all pictures with one model",
        message);
    assertEquals(1, index.size());
    assertEquals(1, index.people().size());
    assertTrue(index.add(face(1, 0, 1)).isNew());
  }

  @Test
  void refuses_a_threshold_outside_0_to_1() {
    assertThrows(IllegalArgumentException.class, () -> FaceIndex.of(1.5, false));
  }

  private static void assertSamePeople(List<Person> expected, List<Person> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).face(), actual.get(i).face());
      assertEquals(expected.get(i).sightings(), actual.get(i).sightings());
    }
  }
}
