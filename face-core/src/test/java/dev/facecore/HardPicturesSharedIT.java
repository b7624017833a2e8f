package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.model.FaceModels;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crowds, turned pictures and pictures without faces, with the default settings. */
class HardPicturesSharedIT {
  private static final int SAMPLE = 20;
  private static Path faces;
  private static FaceExtractor extractor;
  private static FaceDetector detector;

  @BeforeAll
  static void open() {
    String shared = System.getProperty("shared");
    Assumptions.assumeTrue(shared != null, "needs -Dshared=FOLDER");
    faces = Path.of(shared, "faces");
    extractor = FaceExtractor.create();
    detector = FaceModels.bundled().detector("retinaface");
  }

  @AfterAll
  static void close() {
    if (extractor != null) extractor.close();
    if (detector != null) detector.close();
  }

  @Test
  void all_29_people_of_the_solvay_conference_are_found_and_nobody_else() throws IOException {
    Path folder = faces.resolve("public-domain/misc");
    List<Box> open = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("solvay1927_gt.csv"))) {
      String[] cells = line.split(",");
      if (!cells[0].equals("image")) open.add(box(cells, 3));
    }
    assertEquals(29, open.size());
    List<Face> found =
        extractor.analyze(ImageSource.file(folder.resolve("solvay1927_gray.jpg"))).faces();
    assertEquals(29, found.size());
    for (Face face : found) {
      Box nearest =
          open.stream().max(Comparator.comparingDouble(face.box()::overlap)).orElseThrow();
      assertTrue(nearest.overlap(face.box()) > 0.5, face.box()::toString);
      open.remove(nearest);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 90, 180, 270})
  void turned_portraits_show_the_same_person(int degrees) throws IOException {
    List<Path> files = sample();
    int found = 0;
    int recognised = 0;
    for (Path file : files) {
      try (Picture photo = Picture.decode(Files.readAllBytes(file), Long.MAX_VALUE)) {
        Face upright =
            central(extractor.analyze(ImageSource.file(file)), photo.width(), photo.height())
                .orElseThrow();
        BytePicture turned = new TurnedPhoto(photo, degrees).picture();
        ImageAnalysis seen = extractor.analyze(ImageSource.bytes("turned", turned.png()));
        Optional<Face> face = central(seen, turned.width(), turned.height());
        if (face.isEmpty()) continue;
        found++;
        if (face.get().embedding().similarity(upright.embedding()) > 0.6) recognised++;
      }
    }
    assertTrue(found >= SAMPLE - 1, found + " faces were found");
    assertTrue(recognised >= found - 1, recognised + " of " + found + " were recognised");
  }

  /**
   * What lies below the chin of an official portrait: suits, flags and helmets. One of the first
   * looks takes a flag for a face; the further ones must not add to that.
   */
  @Test
  void portraits_without_their_heads_have_no_face_that_one_look_does_not_show() throws IOException {
    Path folder = faces.resolve("public-domain/nasa");
    int checked = 0;
    int falseFaces = 0;
    for (String line : Files.readAllLines(folder.resolve("faces.csv"))) {
      String[] cells = line.split(",");
      if (!cells[0].startsWith("portraits/")) continue;
      int chin = (int) Math.ceil(box(cells, 5).bottom()) + 60;
      try (Picture photo =
          Picture.decode(Files.readAllBytes(folder.resolve(cells[0])), Long.MAX_VALUE)) {
        if (photo.height() - chin < 100) continue;
        byte[] below =
            Arrays.copyOfRange(
                photo.bgr(), chin * photo.width() * 3, photo.height() * photo.width() * 3);
        BytePicture suit = new BytePicture(photo.width(), photo.height() - chin, below);
        List<Face> seen = extractor.analyze(ImageSource.bytes(cells[0], suit.png())).faces();
        List<Detection> oneLook = detector.detect(suit, 640, Deadline.unlimited());
        assertTrue(seen.size() <= oneLook.size(), cells[0]);
        falseFaces += seen.size();
        checked++;
      }
    }
    assertTrue(checked > 30, "only " + checked + " were checked");
    assertEquals(0, falseFaces, "false faces");
  }

  private static List<Path> sample() throws IOException {
    try (Stream<Path> files = Files.walk(faces.resolve("lfw/images"))) {
      List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
      List<Path> some = new ArrayList<>();
      for (int i = 0; i < SAMPLE; i++) some.add(all.get(i * (all.size() / SAMPLE)));
      return some;
    }
  }

  private static Optional<Face> central(ImageAnalysis image, int width, int height) {
    Point middle = new Point(width / 2.0, height / 2.0);
    return image.faces().stream()
        .min(
            Comparator.comparingDouble(
                face ->
                    new Point(
                            face.box().x() + face.box().width() / 2,
                            face.box().y() + face.box().height() / 2)
                        .distanceTo(middle)));
  }

  private static Box box(String[] cells, int first) {
    return new Box(
        Double.parseDouble(cells[first]),
        Double.parseDouble(cells[first + 1]),
        Double.parseDouble(cells[first + 2]),
        Double.parseDouble(cells[first + 3]));
  }
}
