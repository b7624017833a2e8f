package dev.facecore;

import static dev.facecore.internal.dedup.TestFaces.crowd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.StageTimes.Stage;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The results that may grow: no constructor to keep, and values that compare and print. */
class ResultTypesTest {
  private static final ThresholdTable TABLE = new ThresholdTable("test", "none", List.of());
  private static final ImageException FAILURE = new ImageException("It ends early.");
  private static final List<Face> FACES = crowd(3, 2, 24, 0.5, 7);
  private static final List<Person> PEOPLE =
      FaceDeduplicator.of(DedupMode.FIRST, 0.4, false).group(FACES);

  @Test
  void can_grow_without_breaking_who_uses_them() {
    for (Class<?> type : List.of(Extraction.class, ImageAnalysis.class, StageTimes.class)) {
      assertFalse(type.isRecord(), type.toString());
      assertTrue(Modifier.isFinal(type.getModifiers()), type.toString());
      assertEquals(0, type.getConstructors().length, type.toString());
    }
  }

  @Test
  void times_add_up_by_stage() {
    StageTimes once =
        StageTimes.NONE
            .with(Stage.LOAD, Duration.ofMillis(2))
            .with(Stage.DETECT, Duration.ofMillis(5))
            .withFurtherLooks(Duration.ofMillis(1))
            .withNatives(Duration.ofMillis(4));
    StageTimes twice = once.plus(once);
    assertEquals(Duration.ofMillis(10), twice.of(Stage.DETECT));
    assertEquals(Duration.ofMillis(14), twice.of(Stage.DETECT, Stage.LOAD, Stage.DEDUP));
    assertEquals(Duration.ofMillis(14), twice.total());
    assertEquals(Duration.ofMillis(2), twice.furtherLooks());
    assertEquals(Duration.ofMillis(8), twice.natives());
    assertEquals(Duration.ZERO, StageTimes.NONE.total());
    assertEquals(once, once.plus(StageTimes.NONE));
    assertEquals(once.hashCode(), once.plus(StageTimes.NONE).hashCode());
    assertNotEquals(once, twice);
    assertTrue(once.toString().contains("DETECT=PT0.005S"), once.toString());
  }

  @Test
  void equal_parts_are_equal_results() {
    assertEquals(result(), result());
    assertEquals(result().hashCode(), result().hashCode());
    StageTimes times = StageTimes.NONE.with(Stage.DEDUP, Duration.ofMillis(1));
    List<Extraction> others =
        List.of(
            result(),
            result().withTimes(times),
            result().withReadability(new Readability(1, 2, 0.3)),
            Extraction.of(List.of(), result().images(), 0.4, TABLE),
            Extraction.of(PEOPLE, List.of(), 0.4, TABLE),
            Extraction.of(PEOPLE, result().images(), 0.5, TABLE));
    assertEquals(others.size(), others.stream().distinct().count());
    ImageAnalysis image = result().images().get(0);
    assertNotEquals(image, image.withTimes(times));
    assertEquals(times, image.withTimes(times).times());
  }

  @Test
  void a_failure_has_no_faces_and_no_size() {
    ImageAnalysis failed = ImageAnalysis.failed(1, "b.jpg", FAILURE);
    assertEquals(FAILURE, failed.failure().orElseThrow());
    assertEquals(0, failed.width() + failed.height() + failed.faces().size());
    assertEquals("ImageAnalysis[1, b.jpg, failed: It ends early.]", failed.toString());
    assertEquals(List.of(failed), result().failures());
    assertEquals(FACES, result().faces());
  }

  @Test
  void print_counts_and_never_faces() {
    assertEquals(
        "Extraction[" + PEOPLE.size() + " people in 2 images, 1 failed, threshold 0.4]",
        result().toString());
    assertEquals(
        "ImageAnalysis[0, a.jpg, 10x20, " + FACES.size() + " faces]",
        result().images().get(0).toString());
  }

  @Test
  void wrong_parts_are_named() {
    refused("index", () -> ImageAnalysis.of(-1, "a", 1, 1, List.of()));
    refused("width", () -> ImageAnalysis.of(0, "a", -1, 1, List.of()));
    refused("height", () -> ImageAnalysis.of(0, "a", 1, -1, List.of()));
    refused("threshold", () -> Extraction.of(List.of(), List.of(), Double.NaN, TABLE));
  }

  private static void refused(String name, Executable work) {
    String message = assertThrows(IllegalArgumentException.class, work).getMessage();
    assertTrue(message.startsWith(name + " must"), message);
  }

  private static Extraction result() {
    return Extraction.of(
        PEOPLE,
        List.of(
            ImageAnalysis.of(0, "a.jpg", 10, 20, FACES), ImageAnalysis.failed(1, "b.jpg", FAILURE)),
        0.4,
        TABLE);
  }
}
