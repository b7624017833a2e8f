package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.Readability;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowingAlbumTest {
  private final LabelledFaces faces = MadeUpFaces.of(25, 4);

  @Test
  void every_state_is_that_at_once_and_identifiers_stay() {
    Map<String, Object> report = new GrowingAlbum(faces, 0.5, Readability.NOT_MEASURED, 1).run(8);

    assertEquals(9, report.get("states"));
    assertEquals(9, report.get("states_as_at_once"));
    assertEquals(report.get("f1_at_once"), report.get("f1"));
    assertTrue((int) report.get("removed_and_put_again") > 5, report.toString());
    double kept = (double) report.get("ids_kept");
    assertTrue(kept > 0.8 && kept <= 1, report.toString());
  }

  @Test
  void answers_by_the_truth_join_what_was_split() {
    AnsweredAlbum album = new AnsweredAlbum(faces, 0.7, Readability.NOT_MEASURED, 0.3);
    Map<String, Object> before = album.state();

    assertTrue(album.answer(20));

    Map<String, Object> after = album.state();
    assertEquals(0, before.get("answers"));
    assertEquals(20, (int) after.get("same") + (int) after.get("different"));
    assertTrue((long) after.get("pairs_split") < (long) before.get("pairs_split"));
    assertTrue((double) after.get("f1") > (double) before.get("f1"));
  }
}
