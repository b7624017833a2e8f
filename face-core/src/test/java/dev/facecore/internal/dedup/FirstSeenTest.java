package dev.facecore.internal.dedup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstSeenTest {
  @ParameterizedTest
  @CsvSource({
    "40, 5, 64, 0.4, false",
    "40, 5, 64, 0.4, true",
    "300, 3, 16, 0.5, false",
    "300, 3, 16, 0.5, true",
    "60, 5, 512, 0.4, false",
    "1300, 2, 64, 0.4, false",
    "1300, 2, 64, 0.4, true",
    "50, 4, 8, 0, true",
    "50, 4, 8, 1, false"
  })
  void equals_the_double_loop(
      int people, int sightings, int size, double threshold, boolean samePhotoDistinct) {
    List<Face> faces = TestFaces.crowd(people, sightings, size, 0.73, 7);

    int[] expected = NaiveFirst.keptFaceOf(faces, threshold, samePhotoDistinct);

    assertArrayEquals(expected, keptFaceOf(faces, threshold, samePhotoDistinct));
    assertTrue(Arrays.stream(expected).distinct().count() > 1);
  }

  private static int[] keptFaceOf(List<Face> faces, double threshold, boolean samePhotoDistinct) {
    int[] keptOf = new int[faces.size()];
    Arrays.fill(keptOf, -1);
    int last = -1;
    for (Person person :
        FaceDeduplicator.of(DedupMode.FIRST, threshold, samePhotoDistinct).group(faces)) {
      int kept = person.sightings().get(0).faceIndex();
      assertTrue(kept > last, "people by first appearance");
      last = kept;
      for (Sighting seen : person.sightings()) {
        assertEquals(-1, keptOf[seen.faceIndex()]);
        keptOf[seen.faceIndex()] = kept;
      }
    }
    return keptOf;
  }
}
