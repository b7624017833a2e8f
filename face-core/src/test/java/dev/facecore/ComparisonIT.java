package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.Readability;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ComparisonIT {
  private static final FaceExtractor EXTRACTOR = FaceExtractor.create();
  private static final ImageSource OBAMA = photo("obama.jpg");

  @AfterAll
  static void close() {
    EXTRACTOR.close();
  }

  private static ImageSource photo(String name) {
    return ImageSource.bytes(name, SamplePhotos.bytes(name));
  }

  @Test
  void one_person_is_told_from_two() {
    Comparison same = EXTRACTOR.compare(OBAMA, photo("obama2.jpg"));
    assertTrue(same.samePerson());
    assertTrue(same.similarity() > 0.5, same::toString);
    assertEquals(0.4, same.threshold());
    Comparison other = EXTRACTOR.compare(OBAMA, photo("biden.jpg"));
    assertFalse(other.samePerson());
    assertTrue(other.similarity() < 0.3, other::toString);
    assertTrue(other.falseMatchRate().orElse(1) > 1e-3, other::toString);
  }

  @Test
  void the_most_similar_of_several_comes_first() {
    Face face = EXTRACTOR.analyze(OBAMA).faces().get(0);
    Face second = EXTRACTOR.analyze(photo("obama2.jpg")).faces().get(0);
    Face stranger = EXTRACTOR.analyze(photo("biden.jpg")).faces().get(0);
    Comparison comparison =
        Comparison.of(
            face, List.of(stranger, second), 0.4, EXTRACTOR.thresholds(), EXTRACTOR.readability());
    assertEquals(2, comparison.matches().size());
    assertEquals(second, comparison.matches().get(0).face());
    assertTrue(comparison.matches().get(0).samePerson());
    assertFalse(comparison.matches().get(1).samePerson());
  }

  @Test
  void what_cannot_be_read_is_no_evidence() {
    Face face = EXTRACTOR.analyze(OBAMA).faces().get(0);
    Face second = EXTRACTOR.analyze(photo("obama2.jpg")).faces().get(0);
    Readability readsNothing = new Readability(1_000, 2_000, 1);
    Comparison comparison =
        Comparison.of(face, List.of(second), 0.4, EXTRACTOR.thresholds(), readsNothing);
    assertTrue(comparison.similarity() > 0.5);
    assertFalse(comparison.samePerson());
  }

  @Test
  void an_image_that_is_of_no_use_is_named() {
    ImageSource empty = ImageSource.pixels("empty.png", 64, 64, new byte[64 * 64 * 3]);
    String noFace =
        assertThrows(NoFaceException.class, () -> EXTRACTOR.compare(OBAMA, empty)).getMessage();
    assertTrue(noFace.startsWith("empty.png: No face was found"), noFace);
    ImageSource broken = ImageSource.bytes("broken.jpg", new byte[3]);
    String failure =
        assertThrows(ImageException.class, () -> EXTRACTOR.compare(broken, OBAMA)).getMessage();
    assertTrue(failure.startsWith("broken.jpg: "), failure);
  }
}
