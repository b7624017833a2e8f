package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.Face;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlbumBoxesTest {
  private static final LabelledBox ANNA = box("a.jpg", 10, "face");
  private static final LabelledBox CARROT = box("a.jpg", 200, "nothing");
  private static final LabelledBox BEN = box("b.jpg", 10, "face");

  private final AlbumBoxes boxes = new AlbumBoxes(List.of(ANNA, CARROT, BEN));

  @Test
  void what_is_found_counts_under_its_label() {
    boxes.add("a.jpg", List.of(face(14, 0.9), face(200, 0.6)));
    boxes.add("b.jpg", List.of());
    assertEquals(List.of(ANNA), boxes.found("face"));
    assertEquals(List.of(BEN), boxes.missed("face"));
    assertEquals(List.of(CARROT), boxes.found("nothing"));
    assertEquals(List.of("face", "nothing"), boxes.labels());
    assertEquals(0, boxes.unlabelled());
  }

  @Test
  void a_box_counts_once_for_the_surest_face_and_in_its_own_image_only() {
    Face surest = face(12, 0.9);
    Face second = face(10, 0.8);
    boxes.add("a.jpg", List.of(second, surest));
    boxes.add("c.jpg", List.of(face(10, 0.9)));
    assertEquals(Optional.of(ANNA), boxes.at(surest));
    assertEquals(Optional.empty(), boxes.at(second));
    assertEquals(2, boxes.unlabelled());
    assertEquals(List.of(ANNA), boxes.found("face"));
  }

  @Test
  void a_face_that_overlaps_by_less_than_half_is_another() {
    boxes.add("a.jpg", List.of(face(60, 0.9)));
    assertEquals(1, boxes.unlabelled());
    assertEquals(List.of(ANNA, BEN), boxes.missed("face"));
  }

  @Test
  void a_row_may_lack_the_length_but_not_the_label() {
    Map<String, String> row =
        Map.of("image", "a.jpg", "x", "1.5", "y", "2", "w", "3", "h", "4.4", "label", "unclear");
    LabelledBox read = LabelledBox.of(row);
    assertEquals("a.jpg 2,2 3x4", read.toString());
    assertTrue(Double.isNaN(read.rawLength()));
    assertThrows(
        IllegalArgumentException.class,
        () -> LabelledBox.of(Map.of("image", "a.jpg", "x", "1", "y", "2", "w", "3", "h", "4")));
  }

  private static LabelledBox box(String image, double x, String label) {
    return new LabelledBox(image, new Box(x, 10, 100, 100), label, 3);
  }

  private static Face face(double x, double confidence) {
    Face made = MadeUpFaces.face(new Box(x, 10, 100, 100), 0.5, 1, 0);
    return new Face(
        0,
        made.box(),
        made.landmarks(),
        confidence,
        made.quality(),
        made.embedding(),
        made.headshot());
  }
}
