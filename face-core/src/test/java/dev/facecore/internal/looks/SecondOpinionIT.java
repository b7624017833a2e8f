package dev.facecore.internal.looks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.BytePicture;
import dev.facecore.Deadline;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import dev.facecore.SamplePhotos;
import dev.facecore.TurnedPhoto;
import dev.facecore.internal.detect.EquippedDetector;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.model.FaceModels;
import dev.facecore.stage.Detection;
import dev.facecore.stage.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecondOpinionIT {
  private static EquippedDetector detector;
  private static SecondOpinion opinion;

  @BeforeAll
  static void open() {
    detector = (EquippedDetector) FaceModels.bundled().detector("retinaface");
    opinion = new SecondOpinion(detector.opinion());
    assertTrue(detector.opinion().isPresent());
  }

  @AfterAll
  static void close() {
    detector.close();
  }

  @Test
  void faces_are_confirmed_whichever_way_they_stand() {
    int checked = 0;
    for (String name : SamplePhotos.ALL) {
      try (Picture picture = SamplePhotos.decode(name)) {
        for (int degrees : new int[] {0, 90, 180, 270}) {
          TurnedPhoto turned = new TurnedPhoto(picture, degrees);
          for (Detection face :
              new FaceSearch(detector)
                  .in(turned.picture(), OptionalInt.empty(), Deadline.unlimited())
                  .faces()) {
            assertTrue(confirms(turned.picture(), face), name + " turned by " + degrees);
            checked++;
          }
        }
      }
    }
    assertEquals(16, checked);
  }

  @Test
  void things_are_not() {
    int checked = 0;
    FaceLandmarks upright =
        new FaceLandmarks(
            new Point(0, 0),
            new Point(1, 0),
            new Point(0.5, 0.5),
            new Point(0, 1),
            new Point(1, 1));
    try (Picture coffee = SamplePhotos.decode("coffee.png")) {
      for (int side : new int[] {40, 100, 250}) {
        for (int x = 0; x + side <= coffee.width(); x += 90) {
          for (int y = 0; y + side <= coffee.height(); y += 90) {
            Detection place = new Detection(new Box(x, y, side, side), upright, 0.6);
            assertFalse(confirms(coffee, place), place::toString);
            checked++;
          }
        }
      }
    }
    assertTrue(checked > 40, "checked " + checked);
  }

  @Test
  void half_hidden_faces_are_seen_by_their_surroundings() {
    assertTrue(confirmsHidden("astronaut.png", 0, 0.6));
    assertTrue(confirmsHidden("biden.jpg", 0.3, 1));
  }

  private static boolean confirmsHidden(String name, double from, double to) {
    try (Picture picture = SamplePhotos.decode(name)) {
      Detection face = detector.detect(picture, 640, Deadline.unlimited()).get(0);
      BytePicture hidden = BytePicture.of(picture);
      Box box = face.box();
      for (int y = (int) box.y(); y < box.bottom(); y++) {
        int left = (int) (box.x() + from * box.width());
        int right = (int) (box.x() + to * box.width());
        int row = y * hidden.width();
        Arrays.fill(hidden.bgr(), 3 * (row + left), 3 * (row + right), (byte) 128);
      }
      return confirms(hidden, face);
    }
  }

  @Test
  void what_only_the_larger_look_adds_to_a_small_face_is_confirmed_too() {
    SmallFace small = new SmallFace(detector.scout());
    EquippedDetector equipped = new EquippedDetector(small, small, detector.opinion());
    List<Detection> faces =
        new FaceSearch(equipped)
            .in(small.picture, OptionalInt.empty(), Deadline.unlimited())
            .faces();
    assertEquals(1, small.largerLooks);
    assertEquals(1, faces.size(), faces::toString);
    assertTrue(faces.get(0).box().overlap(small.place.box()) > 0.3, faces::toString);
  }

  @Test
  void what_it_rejects_is_a_weak_place_and_no_more() {
    try (Picture obama = SamplePhotos.decode("obama.jpg");
        Picture coffee = SamplePhotos.decode("coffee.png")) {
      Detection face = detector.detect(obama, 640, Deadline.unlimited()).get(0);
      GhostDetector ghosts = new GhostDetector(face, 1, 0.7);
      EquippedDetector equipped = new EquippedDetector(ghosts, ghosts, detector.opinion());
      assertEquals(
          List.of(),
          new FaceSearch(equipped).in(coffee, OptionalInt.of(640), Deadline.unlimited()).faces());
      assertEquals(2, ghosts.closeLooks, "one from four sides, and one at full size");
    }
  }

  @Test
  void without_its_network_every_face_stays() {
    try (Picture coffee = SamplePhotos.decode("coffee.png");
        Picture obama = SamplePhotos.decode("obama.jpg");
        DecodedImage.Borrowed lent = DecodedImage.borrow(coffee)) {
      SecondOpinion none = new SecondOpinion(Optional.empty());
      Detection place = detector.detect(obama, 640, Deadline.unlimited()).get(0);
      assertTrue(none.confirms(lent.image(), place, Deadline.unlimited()));
      assertFalse(opinion.confirms(lent.image(), place, Deadline.unlimited()));
    }
  }

  private static boolean confirms(Picture picture, Detection face) {
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(picture)) {
      return opinion.confirms(lent.image(), face, Deadline.unlimited());
    }
  }
}
