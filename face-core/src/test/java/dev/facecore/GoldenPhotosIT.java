package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.model.FaceModels;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Picture;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample photographs against values that were computed without this library. */
class GoldenPhotosIT {
  private static final List<GoldenFaces> GOLDEN = GoldenFaces.read();
  private static final int FACES = 4;
  private static FaceExtractor extractor;
  private static FaceEmbedder embedder;

  @BeforeAll
  static void open() {
    extractor = FaceExtractor.create();
    embedder = FaceModels.bundled().embedder("ArcFace");
  }

  @AfterAll
  static void close() {
    extractor.close();
    embedder.close();
  }

  @Test
  void golden_values_are_there() {
    assertEquals(SamplePhotos.ALL, GOLDEN.stream().map(GoldenFaces::picture).toList());
    assertEquals(FACES, GOLDEN.stream().mapToInt(picture -> picture.faces().size()).sum());
    for (GoldenFaces picture : GOLDEN) {
      int faces = picture.picture().equals("coffee.png") ? 0 : 1;
      assertEquals(faces, picture.faces().size(), picture.picture());
      picture.faces().forEach(face -> assertEquals(512, face.embedding().size()));
    }
  }

  @Test
  void the_same_faces_are_found() {
    forEveryFace(
        (golden, found) -> {
          Detection expected = golden.detection();
          double overlap = expected.box().overlap(found.box());
          assertTrue(overlap > 0.9, "overlap " + overlap);
          assertEquals(expected.confidence(), found.confidence(), 0.01);
          FaceLandmarks landmarks = expected.landmarks();
          double allowed = 0.02 * landmarks.leftEye().distanceTo(landmarks.rightEye());
          for (int i = 0; i < 5; i++) {
            double off = landmarks.points().get(i).distanceTo(found.landmarks().points().get(i));
            assertTrue(off <= allowed, "point " + i + " is off by " + off + " pixels");
          }
        });
  }

  @Test
  void the_same_embeddings_come_out_end_to_end() {
    forEveryFace(
        (golden, found) -> {
          double cosine = golden.embedding().similarity(found.embedding());
          assertTrue(cosine >= 0.99, "cosine " + cosine);
        });
  }

  @Test
  void golden_landmarks_give_the_golden_embedding_and_another_channel_order_does_not() {
    int checked = 0;
    for (GoldenFaces golden : GOLDEN) {
      try (Picture picture = SamplePhotos.decode(golden.picture())) {
        for (GoldenFaces.GoldenFace face : golden.faces()) {
          AlignedFace aligned = AlignedFace.of(picture, face.detection().landmarks());
          double right = similarity(face, aligned);
          double wrong = similarity(face, AlignedFace.ofBgr(reversed(aligned.bgr())));
          assertTrue(right >= 0.999, golden.picture() + ": cosine " + right);
          assertTrue(wrong < 0.98, golden.picture() + ": cosine of the RGB order " + wrong);
          checked++;
        }
      }
    }
    assertEquals(FACES, checked);
  }

  private static double similarity(GoldenFaces.GoldenFace golden, AlignedFace face) {
    return golden.embedding().similarity(embedder.embed(face, Deadline.unlimited()));
  }

  private static byte[] reversed(byte[] bgr) {
    byte[] rgb = new byte[bgr.length];
    for (int i = 0; i < bgr.length; i += 3) {
      rgb[i] = bgr[i + 2];
      rgb[i + 1] = bgr[i + 1];
      rgb[i + 2] = bgr[i];
    }
    return rgb;
  }

  private static void forEveryFace(BiConsumer<GoldenFaces.GoldenFace, Face> check) {
    int checked = 0;
    for (GoldenFaces golden : GOLDEN) {
      ImageAnalysis found = extractor.analyze(SamplePhotos.source(golden.picture()));
      assertEquals(golden.width(), found.width(), golden.picture());
      assertEquals(golden.height(), found.height(), golden.picture());
      assertEquals(golden.faces().size(), found.faces().size(), golden.picture());
      for (int i = 0; i < golden.faces().size(); i++) {
        check.accept(golden.faces().get(i), found.faces().get(i));
        checked++;
      }
    }
    assertEquals(FACES, checked);
  }
}
