package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.Picture;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample photographs turned in the plane: the same faces, where they must be. */
class TurnedPhotosIT {
  private static final List<String> WITH_A_FACE =
      SamplePhotos.ALL.stream().filter(name -> !name.equals("coffee.png")).toList();
  private static FaceExtractor extractor;

  @BeforeAll
  static void open() {
    extractor = FaceExtractor.create();
  }

  @AfterAll
  static void close() {
    extractor.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 90, 180, 270})
  void have_the_same_face_with_box_and_points_where_they_must_be(int degrees) {
    int checked = 0;
    for (String name : WITH_A_FACE) {
      Face upright = only(extractor.analyze(SamplePhotos.source(name)));
      try (Picture photo = SamplePhotos.decode(name)) {
        TurnedPhoto turned = new TurnedPhoto(photo, degrees);
        Face face = only(extractor.analyze(ImageSource.bytes(name, turned.picture().png())));
        double cosine = face.embedding().similarity(upright.embedding());
        assertTrue(cosine > 0.8, name + ": cosine " + cosine);
        checkPlace(name, turned, upright, face);
        checked++;
      }
    }
    assertEquals(4, checked);
  }

  private static void checkPlace(String name, TurnedPhoto turned, Face upright, Face face) {
    Box box = upright.box();
    Point middle = turned.at(new Point(box.x() + box.width() / 2, box.y() + box.height() / 2));
    Point found =
        new Point(
            face.box().x() + face.box().width() / 2, face.box().y() + face.box().height() / 2);
    assertTrue(middle.distanceTo(found) < box.width() / 8, name + ": middle at " + found);
    boolean lying = turned.degrees() == 90 || turned.degrees() == 270;
    if (turned.degrees() != 45) {
      assertEquals(lying ? box.height() : box.width(), face.box().width(), box.width() / 5, name);
      assertEquals(lying ? box.width() : box.height(), face.box().height(), box.width() / 5, name);
    }
    double eyes = upright.landmarks().leftEye().distanceTo(upright.landmarks().rightEye());
    for (int i = 0; i < 5; i++) {
      double off =
          turned
              .at(upright.landmarks().points().get(i))
              .distanceTo(face.landmarks().points().get(i));
      assertTrue(off < eyes / 5, name + ": point " + i + " is off by " + off + " pixels");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 45, 90, 180, 270})
  void have_no_face_where_there_was_none(int degrees) {
    try (Picture photo = SamplePhotos.decode("coffee.png")) {
      byte[] turned = new TurnedPhoto(photo, degrees).picture().png();
      assertEquals(List.of(), extractor.analyze(ImageSource.bytes("coffee", turned)).faces());
    }
  }

  private static Face only(ImageAnalysis analysis) {
    assertEquals(1, analysis.faces().size(), analysis.source());
    return analysis.faces().get(0);
  }
}
