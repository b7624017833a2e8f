package dev.facecore.internal.looks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.BytePicture;
import dev.facecore.Deadline;
import dev.facecore.Point;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceSearchTest {
  private static final Point MIDDLE = new Point(110, 90);

  @Test
  void an_upright_face_is_looked_at_once() {
    Marks detector = new Marks(180, 0);
    Detection face = only(detector, Marks.face(240, 200, MIDDLE, 80, 3), OptionalInt.empty());
    assertEquals(3, Lean.of(face.landmarks()), 0.5);
    assertEquals(List.of(640), detector.sizes);
  }

  @ParameterizedTest
  @ValueSource(ints = {-160, -90, -40, 25, 50, 75, 90, 130, 180, 260})
  void a_turned_face_gets_its_points_where_they_are(int degrees) {
    Marks detector = new Marks(180, 0);
    Detection face = only(detector, Marks.face(240, 200, MIDDLE, 80, degrees), OptionalInt.empty());
    assertEquals(0, Lean.between(degrees, Lean.of(face.landmarks())), 3);
    assertNear(MIDDLE, face);
    assertTrue(detector.sizes.size() <= 11, detector.sizes::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, 250})
  void a_detector_that_sees_upright_faces_only_finds_turned_ones(int degrees) {
    Marks detector = new Marks(40, 0);
    Detection face = only(detector, Marks.face(240, 200, MIDDLE, 80, degrees), OptionalInt.of(320));
    assertEquals(0, Lean.between(degrees, Lean.of(face.landmarks())), 3);
    assertNear(MIDDLE, face);
  }

  @Test
  void a_face_that_fills_the_frame_is_found_with_room_around_it() {
    Marks detector = new Marks(40, 22);
    Point middle = new Point(50, 42);
    Detection face = only(detector, Marks.face(100, 100, middle, 95, 0), OptionalInt.empty());
    assertTrue(middle.distanceTo(face.landmarks().noseTip()) < 2, face::toString);
    assertEquals(List.of(640, 384), detector.sizes.subList(0, 2));
  }

  @Test
  void small_faces_of_large_pictures_are_looked_for_once_more() {
    BytePicture large = Marks.face(1400, 1000, new Point(700, 500), 40, 0);
    Marks detector = new Marks(180, 0);
    only(detector, large, OptionalInt.empty());
    assertEquals(List.of(640, 1280), detector.sizes);
  }

  @Test
  void a_chosen_size_large_faces_and_small_pictures_are_left_at_that() {
    Marks chosen = new Marks(180, 0);
    only(chosen, Marks.face(1400, 1000, new Point(700, 500), 40, 0), OptionalInt.of(480));
    assertEquals(List.of(480), chosen.sizes);
    Marks large = new Marks(180, 0);
    only(large, Marks.face(1400, 1000, new Point(700, 500), 300, 0), OptionalInt.empty());
    assertEquals(List.of(640), large.sizes);
    Marks small = new Marks(180, 0);
    only(small, Marks.face(200, 100, new Point(80, 50), 18, 0), OptionalInt.empty());
    assertEquals(List.of(640), small.sizes);
  }

  @Test
  void a_picture_without_any_trace_of_a_face_is_looked_at_once() {
    Marks detector = new Marks(180, 0);
    BytePicture nothing = new BytePicture(1000, 500, new byte[1000 * 500 * 3]);
    assertEquals(List.of(), search(detector, nothing, OptionalInt.empty()));
    assertEquals(List.of(640), detector.sizes);
    assertEquals(
        List.of(), search(detector, new BytePicture(1, 1, new byte[3]), OptionalInt.of(64)));
  }

  @Test
  void a_weak_place_must_be_a_face_from_near_as_well() {
    Detection ghost =
        new Marks(180, 0)
            .detect(Marks.face(240, 240, new Point(120, 120), 80, 0), 240, Deadline.unlimited())
            .get(0);
    GhostDetector detector = new GhostDetector(ghost);
    BytePicture picture = BytePicture.noise(300, 200, 4);
    assertEquals(List.of(), search(detector, picture, OptionalInt.empty()));
    assertEquals(2, detector.closeLooks, "one from four sides, and one at full size");
  }

  @Test
  void no_more_than_three_places_are_looked_at() {
    Marks marks = new Marks(180, 0);
    Detection ghost =
        marks
            .detect(Marks.face(240, 240, new Point(120, 120), 80, 0), 240, Deadline.unlimited())
            .get(0);
    GhostDetector detector = new GhostDetector(ghost, 50);
    assertEquals(List.of(), search(detector, BytePicture.noise(300, 200, 4), OptionalInt.empty()));
    assertEquals(4, detector.closeLooks, "one at all of them, and one at full size at each");
  }

  @Test
  void a_detector_of_the_user_is_called_once_for_a_picture() {
    Marks marks = new Marks(180, 0);
    FaceDetector own = new OwnDetector(marks);
    assertEquals(
        List.of(),
        search(own, new BytePicture(1000, 500, new byte[1000 * 500 * 3]), OptionalInt.empty()));
    assertEquals(1, search(own, Marks.face(240, 200, MIDDLE, 80, 90), OptionalInt.empty()).size());
    assertEquals(List.of(640, 640), marks.sizes);
  }

  /** Implements no more than the public interface. */
  private record OwnDetector(FaceDetector marks) implements FaceDetector {
    @Override
    public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
      return marks.detect(picture, detectionSize, deadline);
    }

    @Override
    public String name() {
      return "own";
    }

    @Override
    public void close() {}
  }

  private static Detection only(Marks detector, BytePicture picture, OptionalInt size) {
    List<Detection> faces = search(detector, picture, size);
    assertEquals(1, faces.size());
    return faces.get(0);
  }

  private static List<Detection> search(
      FaceDetector detector, BytePicture picture, OptionalInt size) {
    return new FaceSearch(detector).in(picture, size, Deadline.unlimited()).faces();
  }

  private static void assertNear(Point middle, Detection face) {
    Point found =
        new Point(
            face.box().x() + face.box().width() / 2, face.box().y() + face.box().height() / 2);
    assertTrue(middle.distanceTo(found) < 2, found::toString);
  }
}
