package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundFaceTest {
  private static final Box TRUE_BOX = new Box(100, 100, 10, 10);

  @Test
  void a_detection_is_genuine_from_the_overlap_on() {
    // Shifted by d: the overlap is (10 - d) / (10 + d).
    assertTrue(FoundFace.judge(shifted(4.28), List.of(TRUE_BOX)).genuine());
    assertFalse(FoundFace.judge(shifted(4.29), List.of(TRUE_BOX)).genuine());
    assertTrue(FoundFace.judge(shifted(0), List.of(new Box(0, 0, 5, 5), TRUE_BOX)).genuine());
    assertFalse(FoundFace.judge(shifted(0), List.of()).genuine());
  }

  private static Face shifted(double by) {
    return MadeUpFaces.face(new Box(100 + by, 100, 10, 10), 0.5, 1, 0);
  }

  @Test
  void shares_are_of_their_own_kind_and_the_limit_itself_stays() {
    List<FoundFace> found =
        List.of(found(0.1, true), found(0.3, true), found(0.1, false), found(0.2, false));
    assertEquals(0.5, FoundFace.shareBelow(found, true, 0.3));
    assertEquals(1, FoundFace.shareBelow(found, false, 0.3));
    assertEquals(0.5, FoundFace.shareBelow(found, false, 0.2));
    assertEquals(0, FoundFace.shareBelow(found, true, 0.1));
    assertTrue(Double.isNaN(FoundFace.shareBelow(List.of(), true, 0.5)));
  }

  @Test
  void separation_is_the_share_of_rightly_ordered_couples() {
    List<FoundFace> found =
        List.of(found(0.4, true), found(0.2, true), found(0.1, false), found(0.2, false));
    assertEquals(3.5 / 4, FoundFace.separation(found, Face::quality));
    assertEquals(0.5, FoundFace.separation(found, Face::confidence));
  }

  private static FoundFace found(double quality, boolean genuine) {
    return new FoundFace(MadeUpFaces.face(TRUE_BOX, quality, 1, 0), genuine);
  }
}
